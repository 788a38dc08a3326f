using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>The conditions without parts that a program asks of ends, each once.</summary>
internal static class Leaves
{
    public static IReadOnlyCollection<EndpointPredicate> Of(PolicyProgram program)
    {
        var leaves = new HashSet<EndpointPredicate>();
        foreach (var direction in new[] { program.Ingress, program.Egress })
        {
            foreach (var ending in direction.Tiers.SelectMany(tier => tier.Endings).Concat(direction.Endings)) Add(ending.Subject);
            foreach (var block in direction.Tiers.SelectMany(tier => tier.Ranks).SelectMany(rank => rank.Blocks))
            {
                Add(block.Subject);
                foreach (var rule in block.Rules)
                {
                    Add(rule.Own);
                    Add(rule.Peer);
                }
            }
        }

        return leaves;

        void Add(EndpointPredicate predicate) => Leaves.Add(predicate, leaves);
    }

    /// <summary>The conditions without parts of one condition, each once.</summary>
    public static IReadOnlyCollection<EndpointPredicate> Of(EndpointPredicate predicate)
    {
        var leaves = new HashSet<EndpointPredicate>();
        Add(predicate, leaves);
        return leaves;
    }

    private static void Add(EndpointPredicate predicate, HashSet<EndpointPredicate> leaves)
    {
        switch (predicate)
        {
            case EndpointPredicate.Conjunction conjunction: foreach (var part in conjunction.Parts) Add(part, leaves); break;
            case EndpointPredicate.Disjunction disjunction: foreach (var part in disjunction.Parts) Add(part, leaves); break;
            case EndpointPredicate.Negation negation: Add(negation.Part, leaves); break;
            case EndpointPredicate.Ask ask:
                Add(ask.IfYes, leaves);
                Add(ask.IfNo, leaves);
                break;
            case EndpointPredicate.Constant or EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor: leaves.Add(predicate); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The names of ports that a program asks for, each once.</summary>
    public static IEnumerable<TrafficPredicate.NamedPort> Names(PolicyProgram program) =>
        new[] { program.Ingress, program.Egress }.SelectMany(direction => direction.Tiers).SelectMany(tier => tier.Ranks).SelectMany(rank => rank.Blocks).SelectMany(block => block.Rules)
            .SelectMany(rule => TrafficParts.NamedPorts(rule.Traffic)).Distinct();
}
