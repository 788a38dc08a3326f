using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>What each condition on an end comes to for each of some ends: one column of decisions a condition, computed once.</summary>
internal sealed class Columns(Decisions decisions, Conditions conditions, Appearance[] ends)
{
    private readonly Dictionary<EndpointPredicate, int[]> _known = [];

    public int Count => ends.Length;

    public int[] Of(EndpointPredicate predicate)
    {
        if (_known.TryGetValue(predicate, out var known)) return known;
        return _known[predicate] = predicate switch
        {
            EndpointPredicate.Conjunction conjunction => Fold(conjunction.Parts, decisions.And),
            EndpointPredicate.Disjunction disjunction => Fold(disjunction.Parts, decisions.Or),
            EndpointPredicate.Negation negation => Array.ConvertAll(Of(negation.Part), decisions.Not),
            EndpointPredicate.Ask ask => Zip(Of(ask.IfYes), Of(ask.IfNo), (yes, no) => decisions.Ask(ask.Question, yes, no)),
            EndpointPredicate.Constant or EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor =>
                Array.ConvertAll(ends, end => conditions.OnLeaf(predicate, end)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What a port name comes to for each end that may declare it.</summary>
    public int[] Of(TrafficPredicate.NamedPort named) => Array.ConvertAll(ends, end => conditions.OnNamed(named, end.End));

    private int[] Fold(ValueArray<EndpointPredicate> parts, Func<int, int, int> combine)
    {
        var result = (int[])Of(parts[0]).Clone();
        for (var i = 1; i < parts.Count; i++)
        {
            var column = Of(parts[i]);
            for (var end = 0; end < result.Length; end++) result[end] = combine(result[end], column[end]);
        }

        return result;
    }

    private static int[] Zip(int[] left, int[] right, Func<int, int, int> combine)
    {
        var result = new int[left.Length];
        for (var end = 0; end < result.Length; end++) result[end] = combine(left[end], right[end]);
        return result;
    }
}
