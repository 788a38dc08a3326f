using System.Runtime.CompilerServices;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Trees that many rules of a set have in common, such as those of a port or of a namespace: made once, and checked once.</summary>
/// <remarks>INVARIANT (bounded): only the first few thousand different ones are kept, so that memory does not grow with the set.</remarks>
internal sealed class SharedNodes
{
    private const int Most = 4096;

    private readonly Dictionary<object, ManifestNode> _made = [];
    private readonly HashSet<ManifestNode> _repeated = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(ManifestNode Node, Delegate Check)> _sound = new(new ByReference());

    /// <summary>The tree of a key, which says by its value everything the tree depends on. An engine makes one kind of tree of a type of key.</summary>
    public T Of<TKey, T>(TKey key, Func<TKey, T> make)
        where TKey : class
        where T : ManifestNode => Find<T>(key) ?? Keep(key, make(key));

    /// <summary>The tree that was kept for a key; null when there is none.</summary>
    public T? Find<T>(object key)
        where T : ManifestNode
    {
        if (!_made.TryGetValue(key, out var known)) return null;
        _repeated.Add(known);
        return (T)known;
    }

    /// <summary>Keeps the tree of a key, while there is room.</summary>
    public T Keep<T>(object key, T node)
        where T : ManifestNode
    {
        if (_made.Count < Most) _made.Add(key, node);
        return node;
    }

    /// <summary>Whether this check found nothing in this very tree before.</summary>
    public bool IsSound(ManifestNode node, Delegate check) => _sound.Contains((node, check));

    /// <summary>Remembers that a check found nothing, when the tree is one that comes again.</summary>
    public void FoundSound(ManifestNode node, Delegate check)
    {
        if (_repeated.Contains(node)) _sound.Add((node, check));
    }

    private sealed class ByReference : IEqualityComparer<(ManifestNode Node, Delegate Check)>
    {
        public bool Equals((ManifestNode Node, Delegate Check) left, (ManifestNode Node, Delegate Check) right) =>
            ReferenceEquals(left.Node, right.Node) && ReferenceEquals(left.Check, right.Check);

        public int GetHashCode((ManifestNode Node, Delegate Check) pair) => RuntimeHelpers.GetHashCode(pair.Node) ^ RuntimeHelpers.GetHashCode(pair.Check);
    }
}
