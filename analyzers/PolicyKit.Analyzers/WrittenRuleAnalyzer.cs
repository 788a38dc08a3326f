using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Analyzers.Written;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Rules that are decided where a rule of a policy is written, from its constants alone: each is the one that the lint runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenRuleAnalyzer() : OperationAnalyzer(OperationKind.Invocation)
{
    private enum Asks
    {
        /// <summary>One constant port or peer settles it, whatever stands beside it.</summary>
        Any,

        /// <summary>All peers have to be constant.</summary>
        AllPeers,

        /// <summary>The whole rule has to be constant.</summary>
        All,
    }

    private static readonly (LintRule Rule, Asks Asks)[] Rules =
    [
        (new PK1004ApiServerByLabels(), Asks.Any),
        (new PK1005ApiServerOnServicePort(), Asks.All),
        (new PK1009ServiceNetwork(), Asks.Any),
        (new PK2001WholeInternet(), Asks.Any),
        (new PK2002MetadataAddress(), Asks.Any),
        (new PK2003EveryPort(), Asks.Any),
        (new PK2004EveryPod(), Asks.Any),
        (new PK2005SensitivePort(), Asks.Any),
        (new PK2006OneFamily(), Asks.AllPeers),
        (new NamedPortTowardAddress(), Asks.Any),
        (new PK3007UnstableLabel(), Asks.Any),
        (new PK4001NamespaceByLabel(), Asks.Any),
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Known = new[]
    {
        RuleCatalogue.PK1004,
        RuleCatalogue.PK1005,
        RuleCatalogue.PK1009,
        RuleCatalogue.PK2001,
        RuleCatalogue.PK2002,
        RuleCatalogue.PK2003,
        RuleCatalogue.PK2004,
        RuleCatalogue.PK2005,
        RuleCatalogue.PK2006,
        RuleCatalogue.PK3003,
        RuleCatalogue.PK3007,
        RuleCatalogue.PK4001,
    }.ToImmutableDictionary(rule => rule.Id, rule => Descriptors.Of(rule, "This rule {0}"), StringComparer.Ordinal);

    // PK3007 where it is about the pods of the policy.
    private static readonly DiagnosticDescriptor UnstableSubject = Descriptors.Of(RuleCatalogue.PK3007, "This policy {0}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Known.Values.OrderBy(one => one.Id, StringComparer.Ordinal).ToImmutableArray();

    private protected override void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!vocabulary.IsOfLibrary(call.TargetMethod)) return;
        if (vocabulary.MeaningOf(call.TargetMethod).Verb is Verb.ForPods) LookAtSubject(context, call, vocabulary);
        else if (WrittenRule.Of(call, vocabulary) is { } written) LookAtRule(context, written);
    }

    private static void LookAtRule(OperationAnalysisContext context, WrittenRule written)
    {
        var linted = new LintedRule(ClusterProfile.Unknown, written.Direction, [written.Known])
        {
            SensitivePorts = written.Direction is Direction.Ingress ? EditorOptions.Ports(context, "policykit.sensitive_ports") : null,
        };
        foreach (var (rule, asks) in Rules)
        {
            if (asks is Asks.All ? written is { HasAllPorts: true, HasAllPeers: true } : asks is Asks.Any || written.HasAllPeers) rule.Visit(linted);
        }

        foreach (var finding in linted.Findings)
        {
            if (!Precedence.IsOutweighed(finding, linted.Findings)) context.ReportDiagnostic(Descriptors.Finding(Known[finding.Rule.Id], Narrowed(written.SyntaxOf(finding.About), finding), finding));
        }
    }

    private static void LookAtSubject(OperationAnalysisContext context, IInvocationOperation call, Vocabulary vocabulary)
    {
        foreach (var part in call.Arguments.Where(argument => argument.ArgumentKind is not ArgumentKind.DefaultValue).SelectMany(argument => Constants.PartsOf(argument.Value)))
        {
            var selector = Constants.Of(part, vocabulary) switch
            {
                LabelSelector constant => constant,
                ValueTuple<string, string> label when NameSyntax.LabelKey(label.Item1) is null && NameSyntax.LabelValue(label.Item2) is null => LabelSelector.Of(label),
                _ => null,
            };
            if (selector is not null && PK3007UnstableLabel.OfSubject(selector, isForCilium: false) is { } found) context.ReportDiagnostic(Descriptors.Finding(UnstableSubject, part.Syntax, found));
        }
    }

    // The labels of namespaces stand before the pods in them.
    private static SyntaxNode Narrowed(SyntaxNode peer, LintFinding finding)
    {
        if (finding.Rule != RuleCatalogue.PK4001) return peer;
        while (peer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pods", Expression: InvocationExpressionSyntax namespaces } }) peer = namespaces;
        return peer;
    }
}
