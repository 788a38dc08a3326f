using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PolicyKit.Manifests;

/// <summary>A map: keys with values, in the order in which they are written.</summary>
/// <remarks>INVARIANT (unique keys): no key occurs twice. Two maps are equal when they hold the same keys with equal values, in any order.</remarks>
public sealed class ManifestMap : ManifestNode, IReadOnlyList<ManifestEntry>
{
    private readonly ManifestEntry[] _entries;

    /// <summary>A map of the given entries.</summary>
    /// <param name="entries">The entries, in the order in which to write them.</param>
    /// <param name="position">Where the map was read.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public ManifestMap(IEnumerable<ManifestEntry> entries, TextPosition position = default)
        : this(Checked(entries.ToArray()), position)
    {
    }

    private ManifestMap(ManifestEntry[] entries, TextPosition position)
        : base(position, 1 + DepthOf(entries), IsUnicodeIn(entries)) => _entries = entries;

    /// <summary>The map without keys.</summary>
    public static ManifestMap Empty { get; } = new([], default);

    /// <summary>A map of entries whose keys the caller knows to be different; nothing is copied.</summary>
    internal static ManifestMap Trusted(params ManifestEntry[] entries) => new(entries, default);

    /// <summary>A map of entries whose keys the reader knows to be different; nothing is copied.</summary>
    internal static ManifestMap Trusted(ManifestEntry[] entries, TextPosition position) => new(entries, position);

    /// <inheritdoc/>
    public override string KindName => "map";

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public ManifestEntry this[int index] => _entries[index];

    /// <summary>The value of a key, or null when the map does not have it.</summary>
    /// <param name="key">The key.</param>
    public ManifestNode? this[string key] => TryGet(key, out var value) ? value : null;

    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the map has the key.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out ManifestNode? value)
    {
        foreach (ref readonly var entry in AsSpan())
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>The entries as a span, for loops that must not allocate.</summary>
    /// <returns>The span.</returns>
    public ReadOnlySpan<ManifestEntry> AsSpan() => _entries;

    /// <inheritdoc/>
    public IEnumerator<ManifestEntry> GetEnumerator() => ((IEnumerable<ManifestEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is not ManifestMap map || map.Count != Count) return false;
        for (var i = 0; i < _entries.Length; i++)
        {
            ref readonly var entry = ref _entries[i];
            var value = string.Equals(entry.Key, map._entries[i].Key, StringComparison.Ordinal) ? map._entries[i].Value : map[entry.Key];
            if (!entry.Value.Equals(value)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (ref readonly var entry in AsSpan()) hash ^= HashCode.Combine(entry.Key, entry.Value);
        return hash;
    }

    private static int DepthOf(ManifestEntry[] entries)
    {
        var depth = 0;
        foreach (ref readonly var entry in entries.AsSpan()) depth = Math.Max(depth, entry.Value.Depth);
        return depth;
    }

    private static bool IsUnicodeIn(ManifestEntry[] entries)
    {
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (!entry.Value.IsUnicode || !WritableTree.IsUnicode(entry.Key)) return false;
        }

        return true;
    }

    private static ManifestEntry[] Checked(ManifestEntry[] entries)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!keys.Add(entry.Key)) throw new ArgumentException($"The key '{entry.Key}' occurs twice.", nameof(entries));
        }

        return entries;
    }
}
