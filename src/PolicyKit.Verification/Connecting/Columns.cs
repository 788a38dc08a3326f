using System.Runtime.CompilerServices;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>What each condition on an end comes to for each of some ends: one column of decisions a condition, computed once.</summary>
internal sealed class Columns(Decisions decisions, Conditions conditions, Appearance[] ends)
{
    private readonly Dictionary<EndpointPredicate, int[]> _known = [];
    private readonly Dictionary<int[], Column> _columns = new(ReferenceEqualityComparer.Instance);
    private readonly LeafColumns _leaves = new(conditions, ends);

    public Column Of(EndpointPredicate predicate) => ColumnOf(Values(predicate));

    /// <summary>What a port name comes to for each end that may declare it.</summary>
    public Column Of(TrafficPredicate.NamedPort named) => new(Array.ConvertAll(ends, end => conditions.OnNamed(named, end.End)));

    private Column ColumnOf(int[] values) => _columns.TryGetValue(values, out var known) ? known : _columns[values] = new(values);

    private int[] Values(EndpointPredicate predicate)
    {
        if (_known.TryGetValue(predicate, out var known)) return known;
        return _known[predicate] = predicate switch
        {
            EndpointPredicate.Conjunction conjunction => All(conjunction.Parts),
            EndpointPredicate.Disjunction disjunction => Any(disjunction.Parts),
            EndpointPredicate.Negation negation => Array.ConvertAll(Values(negation.Part), decisions.Not),
            EndpointPredicate.Ask ask => Ask(ask.Question, Values(ask.IfYes), Values(ask.IfNo)),
            EndpointPredicate.Constant or EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor =>
                _leaves.Of(predicate),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] All(ValueArray<EndpointPredicate> parts)
    {
        var result = (int[])Values(parts[0]).Clone();
        for (var i = 1; i < parts.Count; i++)
        {
            var column = Values(parts[i]);
            for (var end = 0; end < result.Length; end++)
            {
                if (result[end] != Decisions.Never && column[end] != Decisions.Always) result[end] = decisions.And(result[end], column[end]);
            }
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Any(ValueArray<EndpointPredicate> parts)
    {
        var result = (int[])Values(parts[0]).Clone();
        for (var i = 1; i < parts.Count; i++)
        {
            var column = Values(parts[i]);
            for (var end = 0; end < result.Length; end++)
            {
                if (result[end] != Decisions.Always && column[end] != Decisions.Never) result[end] = decisions.Or(result[end], column[end]);
            }
        }

        return result;
    }

    private int[] Ask(Question question, int[] yes, int[] no)
    {
        var result = new int[yes.Length];
        for (var end = 0; end < result.Length; end++) result[end] = decisions.Ask(question, yes[end], no[end]);
        return result;
    }
}
