using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>What of a flow fits a rule, and what does not, in words.</summary>
internal sealed class NeedWords(Sight sight, Direction direction)
{
    private string PeerWord => direction == Direction.Ingress ? "source" : "destination";

    /// <summary>What fits and is not said of everything.</summary>
    public IEnumerable<string> Matching(Rule rule, Shortfall peer, Shortfall traffic)
    {
        if (traffic.IsNone && rule.Traffic != TrafficPredicate.Always) yield return sight.Traffic is Traffic.Transport ? "the port" : "the protocol";
        if (peer.IsNone && rule.Peer != EndpointPredicate.Always) yield return $"the {PeerWord}";
        else if (peer.Needs.All(need => need is Need.OfEnd { Leaf: EndpointPredicate.Label { Scope: LabelScope.Pod } }) && HasNamespace(rule.Peer)) yield return "the namespace";
    }

    /// <summary>What does not fit, each end and the traffic in words of their own.</summary>
    public IEnumerable<string> Lacking(Rule rule, Shortfall shortfall)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            var needs = shortfall.Needs.OfType<Need.OfEnd>().Where(need => need.Side == side).ToList();
            if (needs.Count > 0) yield return EndWords.Of(needs, sight, side);
        }

        if (shortfall.Needs.Any(need => need is Need.OfTraffic)) yield return new TrafficWords(sight, direction).Missing(rule.Traffic);
    }

    private bool HasNamespace(EndpointPredicate condition) => condition switch
    {
        EndpointPredicate.InNamespace or EndpointPredicate.Label { Scope: LabelScope.Namespace } => condition.Test(sight, Side.Peer) == Truth.True,
        EndpointPredicate.Conjunction all => all.Parts.Any(HasNamespace),
        EndpointPredicate.Disjunction any => any.Parts.Any(HasNamespace),
        _ => false,
    };
}
