using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Analyzers.Written;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Rules that are decided where a rule of a policy is written, from its constants alone: each is the one that the lint runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenRuleAnalyzer : DiagnosticAnalyzer
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
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Known = new[]
    {
        RuleCatalogue.PK1004,
        RuleCatalogue.PK1005,
    }.ToImmutableDictionary(rule => rule.Id, rule => Descriptors.Of(rule, "This rule {0}"), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Known.Values.OrderBy(one => one.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Vocabulary.In(start.Compilation) is { } vocabulary)
                start.RegisterOperationAction(one => Look(one, vocabulary), OperationKind.Invocation);
        });
    }

    private static void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        if (WrittenRule.Of((IInvocationOperation)context.Operation, vocabulary) is not { } written) return;

        var linted = new LintedRule(ClusterProfile.Unknown, written.Direction, [written.Known]);
        foreach (var (rule, asks) in Rules)
        {
            if (asks is Asks.All ? written is { HasAllPorts: true, HasAllPeers: true } : asks is Asks.Any || written.HasAllPeers) rule.Visit(linted);
        }

        foreach (var finding in linted.Findings)
        {
            if (!Precedence.IsOutweighed(finding, linted.Findings)) context.ReportDiagnostic(Descriptors.Finding(Known[finding.Rule.Id], written.SyntaxOf(finding.About), finding));
        }
    }
}
