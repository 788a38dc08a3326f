using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// What a condition without parts comes to for each of some ends. It looks at one thing of an end, its namespace say, so it is evaluated
/// once for each different namespace and not for each end.
/// </summary>
internal sealed class LeafColumns(Conditions conditions, Appearance[] ends)
{
    private readonly Dictionary<(LabelScope, string), Seen> _labels = [];
    private Seen? _namespaces;
    private Seen? _kinds;
    private Seen? _accounts;
    private Seen? _addresses;
    private Seen? _names;

    public int[] Of(EndpointPredicate leaf)
    {
        var seen = leaf switch
        {
            EndpointPredicate.Label label => Labels(label),
            EndpointPredicate.InNamespace => _namespaces ??= See(end => end.End.Namespace ?? ""),
            EndpointPredicate.Is => _kinds ??= See(end => end.Sight.PeerKinds),
            EndpointPredicate.RunsAs => _accounts ??= See(end => end.End.ServiceAccount ?? ""),
            EndpointPredicate.AddressIn or EndpointPredicate.BackendOf => _addresses ??= See(end => end.Address),
            EndpointPredicate.LearnedFor => _names ??= See(end => string.Join('\n', end.End.DnsNames)),
            EndpointPredicate.Constant => See(_ => 0),
            EndpointPredicate.Conjunction or EndpointPredicate.Disjunction or EndpointPredicate.Negation or EndpointPredicate.Ask => throw new ArgumentException("The condition has parts.", nameof(leaf)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var values = new int[seen.First.Length];
        for (var i = 0; i < values.Length; i++) values[i] = conditions.OnLeaf(leaf, ends[seen.First[i]]);
        var result = new int[ends.Length];
        for (var end = 0; end < result.Length; end++) result[end] = values[seen.Of[end]];
        return result;
    }

    private Seen Labels(EndpointPredicate.Label label) =>
        _labels.TryGetValue((label.Scope, label.Key), out var known) ? known : _labels[(label.Scope, label.Key)] = See(end => end.End.Label(label.Scope, label.Key) is { } value ? "=" + value : "");

    private Seen See<T>(Func<Appearance, T> thing)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var first = new List<int>();
        var of = new int[ends.Length];
        for (var end = 0; end < of.Length; end++)
        {
            var value = thing(ends[end]);
            if (!numbers.TryGetValue(value, out var number))
            {
                numbers.Add(value, number = first.Count);
                first.Add(end);
            }

            of[end] = number;
        }

        return new(of, [.. first]);
    }

    /// <summary>Which of the different things each end has, and the first end that has it.</summary>
    private sealed record Seen(int[] Of, int[] First);
}
