using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>One reading: what it started from, and the helpers it is inside of.</summary>
internal sealed class Scope
{
    // Deeper than any helper that people write by hand; what lies deeper is unknown.
    private const int Deepest = 8;

    private readonly ImmutableStack<ISymbol> _active;
    private readonly int _depth;

    internal Scope(PolicyReader reader, INamedTypeSymbol? root, CancellationToken cancellation)
        : this(reader, root, [], ImmutableStack<ISymbol>.Empty, 0, cancellation)
    {
    }

    private Scope(
        PolicyReader reader, INamedTypeSymbol? root, Dictionary<(ISymbol, Known.Row), Value> results, ImmutableStack<ISymbol> active, int depth, CancellationToken cancellation)
    {
        Reader = reader;
        Root = root;
        Results = results;
        Cancellation = cancellation;
        _active = active;
        _depth = depth;
    }

    internal PolicyReader Reader { get; }

    /// <summary>The type whose member is being read: findings are placed inside it.</summary>
    internal INamedTypeSymbol? Root { get; }

    /// <summary>What helpers gave for their arguments in this reading.</summary>
    internal Dictionary<(ISymbol Member, Known.Row Arguments), Value> Results { get; }

    internal CancellationToken Cancellation { get; }

    /// <summary>The scope inside a member; null when it is recursive or too deep.</summary>
    internal Scope? Enter(ISymbol member) =>
        _depth >= Deepest || _active.Contains(member, SymbolEqualityComparer.Default)
            ? null
            : new(Reader, Root, Results, _active.Push(member), _depth + 1, Cancellation);
}
