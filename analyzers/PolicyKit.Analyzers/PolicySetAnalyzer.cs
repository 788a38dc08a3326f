using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Finished;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Rules that are decided on finished policies. PK1001 and PK1002: a complete set restricts egress, and nothing in it allows the API server, or DNS; and the <see cref="SetRule"/>s.</summary>
/// <remarks>All ask the same reading of the set, so they share it. Findings are collected over a type, since a helper's chain may serve several sets.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicySetAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor ApiServer = Descriptors.Of(RuleCatalogue.PK1001, "{0}, {1} the API server. {2}");
    private static readonly DiagnosticDescriptor Dns = Descriptors.Of(RuleCatalogue.PK1002, "{0}, {1} DNS. {2}");

    // For the fix: nothing but an address says where the API server is.
    private static readonly ImmutableDictionary<string, string?> ByAddress = ImmutableDictionary<string, string?>.Empty.Add("address", "");

    private static readonly SetRule[] Rules =
    [
        new PK0002SharedName(),
        new PK0009NoDirection(),
        new PK0012GovernedOnSomePaths(),
        new PK1003HalfOfDnsInPolicy(),
        new PK1006CallerIsNoPodInPolicy(),
        new PK1007SharedNamespace(),
        new PK1013ForeignNamespace(),
        new PK3001HostName(),
        new PK3002MissingFact(),
        new PK3003NamedEgressPort(),
        new PK3004Order(),
        new PK3005NoEffect(),
        new PK4002RedundantInPolicy(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.Select(rule => rule.Descriptor).Concat(new[] { ApiServer, Dns }).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Vocabulary.In(start.Compilation) is not { } vocabulary) return;
            var reader = new PolicyReader(start.Compilation, vocabulary, start.CancellationToken);
            start.RegisterSymbolStartAction(type => StartType(type, reader), SymbolKind.NamedType);
        });
    }

    private static void StartType(SymbolStartAnalysisContext type, PolicyReader reader)
    {
        var members = new ConcurrentStack<ISymbol>();
        var (withEnds, withWords) = (new ConcurrentStack<IOperation>(), new ConcurrentStack<IOperation>());
        var collections = new ConcurrentStack<SyntaxNode>();
        type.RegisterSyntaxNodeAction(one => collections.Push(one.Node), SyntaxKind.CollectionExpression);
        type.RegisterOperationBlockStartAction(member =>
        {
            // A set may also be written as a collection expression; that is looked for only where words of the library are.
            var (hasEnd, hasWords) = (false, false);
            member.RegisterOperationAction(
                one =>
                {
                    var method = ((IInvocationOperation)one.Operation).TargetMethod;
                    hasWords = hasWords || reader.Vocabulary.IsOfLibrary(method);
                    hasEnd |= reader.Vocabulary.MeaningOf(method).IsEnd;
                },
                OperationKind.Invocation);
            member.RegisterOperationBlockEndAction(end =>
            {
                foreach (var block in end.OperationBlocks)
                {
                    // Top-level statements are one whole method body; attributes and the defaults of parameters hold no sets.
                    if (block.Kind is not (OperationKind.Block or OperationKind.MethodBody or OperationKind.FieldInitializer or OperationKind.PropertyInitializer)) continue;
                    reader.Keep(end.OwningSymbol, block);
                    members.Push(end.OwningSymbol);
                    if (hasEnd) withEnds.Push(block);
                    else if (hasWords) withWords.Push(block);
                }
            });
        });
        type.RegisterSymbolEndAction(end =>
        {
            // By now every helper of the type has been seen.
            var root = (INamedTypeSymbol)end.Symbol;
            var (findings, others) = (new EgressFindings(), new SetFindings(root));
            var written = collections.ToArray();
            foreach (var block in withEnds.Concat(withWords.Where(block => Array.Exists(written, row => row.SyntaxTree == block.Syntax.SyntaxTree && block.Syntax.Span.Contains(row.Span)))))
            {
                Ending[] endings = [.. reader.EndingsIn(block, root)];
                foreach (var ending in endings)
                {
                    // A set that is complete as it was made is looked at once.
                    if (!ending.IsComplete && Array.Exists(endings, other => other.IsComplete && ReferenceEquals(other.Set, ending.Set))) continue;
                    var set = new FinishedSet(ending, Option);
                    if (ending.IsComplete) findings.Add(ending, set.IsApiServerAnAddress);
                    foreach (var rule in Rules) rule.Visit(set, others);
                }
            }

            foreach (var (need, verdict, needsAddress) in findings.InOrder()) end.ReportDiagnostic(Finding(need, verdict, needsAddress));
            foreach (var found in others.InOrder()) end.ReportDiagnostic(found);
            foreach (var member in members) reader.Forget(member);

            string? Option(SyntaxTree tree, string key) => end.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(key, out var value) ? value : null;
        });
    }

    private static Diagnostic Finding(Need need, EgressVerdict verdict, bool needsAddress)
    {
        var isApiServer = need is Need.ApiServer;
        var severity = verdict.Certainty is Certainty.Always ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        var when = verdict.Certainty is Certainty.Sometimes ? "Egress is restricted on some paths" : "Egress is restricted";
        var what = verdict.Certainty is Certainty.OnlyPossiblyOpen ? "and only an address that may or may not be right allows" : "and nothing allows";
        var mend = (isApiServer, verdict.Certainty) switch
        {
            (true, Certainty.OnlyPossiblyOpen) => "If this is the API server, write ApiServerAt(…) or .AllowApiServer(); if none is needed, say .NeedsNoApiServer(\"why\").",
            (true, _) when needsAddress => "Add .AllowEgress(Port.ApiServer).To(ApiServerAt(…)), or .AllowApiServer() and a profile with 'apiServer.cidrs'; or say .NeedsNoApiServer(\"why\").",
            (true, _) => "Add .AllowApiServer(), or say .NeedsNoApiServer(\"why\").",
            (false, Certainty.OnlyPossiblyOpen) => "If this is the cluster's resolver, write .AllowClusterDns(); if none is needed, say .NeedsNoDns(\"why\").",
            (false, _) => "Add .AllowClusterDns(), or say .NeedsNoDns(\"why\").",
        };
        return Diagnostic.Create(
            isApiServer ? ApiServer : Dns,
            NameOf(verdict.Site).GetLocation(),
            severity,
            [verdict.Site.GetLocation()],
            needsAddress ? ByAddress : ImmutableDictionary<string, string?>.Empty,
            when,
            what,
            mend);
    }

    /// <summary>The word to underline: the <c>AllowEgress</c> that a <c>To</c> completes, or the name of the call itself.</summary>
    private static SyntaxNode NameOf(SyntaxNode site)
    {
        for (var node = site; node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }; node = member.Expression)
        {
            if (member.Name.Identifier.ValueText == "AllowEgress") return member.Name;
            if (member.Name.Identifier.ValueText is not ("To" or "ToAnywhere" or "Because")) break;
        }

        return site switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
            InvocationExpressionSyntax call => call.Expression,
            MemberAccessExpressionSyntax member => member.Name,
            _ => site,
        };
    }
}
