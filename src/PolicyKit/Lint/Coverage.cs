using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Which policies of a set select at least the pods of another one, by what is written. Built once; asking costs no walk over the set.</summary>
/// <remarks>
/// INVARIANT (one home): a selector is filed under the rarest of its requirements, so whoever asks looks only into the drawers of its own
/// requirements and that of every pod, and no drawer is long unless the selectors in it are alike.
/// </remarks>
internal sealed class Coverage
{
    private readonly Dictionary<(string? Namespace, LabelRequirement? Requirement), List<Group>> _drawers = [];
    private readonly bool _readsEverything;

    public Coverage(PolicySet set, ClusterProfile facts)
    {
        // Text that no rule of ours reads may open anything: then nothing is said about what is cut off.
        _readsEverything = !set.Any(entry => entry is RawManifest);
        var model = new EgressModel(facts);
        var groups = new Dictionary<(string?, LabelSelector), Group>(set.Count);
        var uses = new Dictionary<(string?, LabelRequirement), int>(set.Count);
        foreach (var entry in set)
        {
            if (entry is not Policy policy) continue;
            if (!groups.TryGetValue((policy.Namespace, policy.Subject), out var group))
            {
                groups.Add((policy.Namespace, policy.Subject), group = new(policy.Namespace, policy.Subject));
                foreach (var one in policy.Subject.Requirements) uses[(policy.Namespace, one)] = uses.GetValueOrDefault((policy.Namespace, one)) + 1;
            }

            group.Add(policy, model.FactsOf(policy));
        }

        foreach (var group in groups.Values) Drawer(group.Namespace, group.Rarest(uses)).Add(group);
    }

    /// <summary>What the policies that cover a policy open together, itself included; null when it cannot be told.</summary>
    public EgressFacts? FactsCovering(Policy policy)
    {
        if (!_readsEverything) return null;
        var facts = FactsIn(policy, null);
        foreach (var requirement in policy.Subject.Requirements) facts |= FactsIn(policy, requirement);
        return facts;
    }

    /// <summary>The selectors of the set that select at least the policy's pods, its own included.</summary>
    public IEnumerable<Group> Covering(Policy policy)
    {
        foreach (var group in Matching(policy, null)) yield return group;
        foreach (var requirement in policy.Subject.Requirements)
        {
            foreach (var group in Matching(policy, requirement)) yield return group;
        }
    }

    private EgressFacts FactsIn(Policy policy, LabelRequirement? requirement)
    {
        var facts = EgressFacts.None;
        if (!_drawers.TryGetValue((policy.Namespace, requirement), out var drawer)) return facts;
        foreach (var group in drawer)
        {
            if (group.Covers(policy)) facts |= group.Facts;
        }

        return facts;
    }

    private IEnumerable<Group> Matching(Policy policy, LabelRequirement? requirement) =>
        _drawers.TryGetValue((policy.Namespace, requirement), out var drawer) ? drawer.Where(group => group.Covers(policy)) : [];

    private List<Group> Drawer(string? name, LabelRequirement? requirement)
    {
        if (!_drawers.TryGetValue((name, requirement), out var drawer)) _drawers.Add((name, requirement), drawer = new(1));
        return drawer;
    }

    /// <summary>The policies of one selector in one namespace, together.</summary>
    internal sealed class Group(string? name, LabelSelector selector)
    {
        private readonly List<Policy> _policies = new(1);

        public string? Namespace => name;

        public EgressFacts Facts { get; private set; }

        public IReadOnlyList<Policy> Policies => _policies;

        public void Add(Policy policy, EgressFacts facts)
        {
            _policies.Add(policy);
            Facts |= facts;
        }

        public bool Covers(Policy policy)
        {
            foreach (var one in selector.Requirements)
            {
                if (!policy.Subject.Requirements.AsSpan().Contains(one)) return false;
            }

            return true;
        }

        public LabelRequirement? Rarest(Dictionary<(string?, LabelRequirement), int> uses) =>
            selector.Requirements.Count > 1 ? selector.Requirements.MinBy(one => uses[(name, one)]) : selector.IsEverything ? null : selector.Requirements[0];
    }
}
