using System.Runtime.CompilerServices;
using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Trees that policies of a set have in common: made once, and checked once.</summary>
/// <remarks>INVARIANT (bounded): only the first few thousand different ones are kept, so that memory does not grow with the set.</remarks>
internal sealed class SharedNodes
{
    private const int Most = 4096;

    private readonly Dictionary<object, ManifestNode> _parts = [];
    private readonly Dictionary<RuleKey, ManifestNode[]> _rules = [];
    private readonly HashSet<ManifestNode> _repeated = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(ManifestNode Node, object Check)> _sound = new(new ByReference());
    private string? _namespace;

    /// <summary>The tree of a part of a rule, such as its ports, by a key that says by its value everything the tree depends on.</summary>
    public T Of<TKey, T>(TKey key, Func<TKey, T> make)
        where TKey : class
        where T : ManifestNode
    {
        if (_parts.TryGetValue(key, out var known)) return (T)known;
        var made = make(key);
        if (_parts.Count < Most) _parts.Add(key, made);
        return made;
    }

    /// <summary>What a rule became in another policy of the same namespace; null when that is not known.</summary>
    public ManifestNode[]? OfRule(PolicyEntry entry, Direction direction, RuleIr rule)
    {
        if (entry.Id.Namespace != _namespace)
        {
            // Policies come sorted by namespace: what the last one had in common is not asked for again.
            _namespace = entry.Id.Namespace;
            _rules.Clear();
            _repeated.Clear();
            _sound.Clear();
        }

        if (!_rules.TryGetValue(new(direction, rule.Peers, rule.Traffic), out var known)) return null;
        foreach (var node in known) Repeats(node);
        return known;
    }

    /// <summary>Says that a tree comes again, so that what checks find in it is worth remembering.</summary>
    public void Repeats(ManifestNode node) => _repeated.Add(node);

    /// <summary>Keeps what a rule became, while there is room.</summary>
    public void KeepRule(Direction direction, RuleIr rule, ManifestNode[] nodes)
    {
        if (_rules.Count < Most) _rules.Add(new(direction, rule.Peers, rule.Traffic), nodes);
    }

    /// <summary>Whether this check found nothing in this very tree before.</summary>
    public bool IsSound(ManifestNode node, object check) => _sound.Contains((node, check));

    /// <summary>Remembers that a check found nothing, when the tree is one that comes again.</summary>
    public void FoundSound(ManifestNode node, object check)
    {
        if (_repeated.Contains(node)) _sound.Add((node, check));
    }

    private readonly record struct RuleKey(Direction Direction, ValueArray<PeerIr> Peers, TrafficIr Traffic);

    private sealed class ByReference : IEqualityComparer<(ManifestNode Node, object Check)>
    {
        public bool Equals((ManifestNode Node, object Check) left, (ManifestNode Node, object Check) right) =>
            ReferenceEquals(left.Node, right.Node) && ReferenceEquals(left.Check, right.Check);

        public int GetHashCode((ManifestNode Node, object Check) pair) => RuntimeHelpers.GetHashCode(pair.Node) ^ RuntimeHelpers.GetHashCode(pair.Check);
    }
}
