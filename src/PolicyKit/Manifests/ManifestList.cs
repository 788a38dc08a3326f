using System.Collections;

namespace PolicyKit.Manifests;

/// <summary>A list of nodes.</summary>
public sealed class ManifestList : ManifestNode, IReadOnlyList<ManifestNode>
{
    private readonly ManifestNode[] _items;

    /// <summary>A list of the given items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="position">Where the list was read.</param>
    public ManifestList(IEnumerable<ManifestNode> items, TextPosition position = default)
        : this(items.ToArray(), position)
    {
    }

    private ManifestList(ManifestNode[] items, TextPosition position)
        : base(position, 1 + DepthOf(items), Array.TrueForAll(items, item => item.IsUnicode)) => _items = items;

    /// <summary>The list without items.</summary>
    public static ManifestList Empty { get; } = new([], default);

    /// <summary>A list of the given items; nothing is copied.</summary>
    internal static ManifestList Trusted(params ManifestNode[] items) => new(items, default);

    /// <summary>A list of the given items; nothing is copied.</summary>
    internal static ManifestList Trusted(ManifestNode[] items, TextPosition position) => new(items, position);

    /// <inheritdoc/>
    public override string KindName => "list";

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public ManifestNode this[int index] => _items[index];

    /// <summary>The items as a span, for loops that must not allocate.</summary>
    /// <returns>The span.</returns>
    public ReadOnlySpan<ManifestNode> AsSpan() => _items;

    /// <inheritdoc/>
    public IEnumerator<ManifestNode> GetEnumerator() => ((IEnumerable<ManifestNode>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) =>
        ReferenceEquals(this, other) || (other is ManifestList list && _items.AsSpan().SequenceEqual(list._items));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    private static int DepthOf(ManifestNode[] items)
    {
        var depth = 0;
        foreach (var item in items) depth = Math.Max(depth, item.Depth);
        return depth;
    }
}
