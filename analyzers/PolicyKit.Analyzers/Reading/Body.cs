using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>The one body of a helper, or the initialiser of a field or property.</summary>
internal sealed class Body(ControlFlowGraph graph, Tracking tracking, INamedTypeSymbol owner)
{
    internal ControlFlowGraph Graph { get; } = graph;

    internal Tracking Tracking { get; } = tracking;

    /// <summary>What the body gives, with sites that a reader of the root type can act on: what lies in another type is placed at the use.</summary>
    internal Value Place(Value given, SyntaxNode use, INamedTypeSymbol? root) =>
        SymbolEqualityComparer.Default.Equals(owner, root)
            ? given
            : Sets.EachPolicy(given, policy => policy.Site is { } site && Holds(site) ? policy with { Site = use } : policy);

    private bool Holds(SyntaxNode site)
    {
        var syntax = Graph.OriginalOperation.Syntax;
        return site.SyntaxTree == syntax.SyntaxTree && syntax.Span.Contains(site.Span);
    }
}
