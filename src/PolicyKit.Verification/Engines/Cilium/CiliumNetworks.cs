using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>What a network matches: addresses outside the cluster, and what the match mode adds to them.</summary>
internal sealed class CiliumNetworks(CiliumFacts facts)
{
    public EndpointPredicate Match(Cidr cidr, IEnumerable<Cidr> except)
    {
        var pods = facts.CidrMatchMode.Contains(CidrMatchMode.Pods);

        // A network that is everything becomes the entity 'world', which holds no nodes, unless pods are matched by address too.
        var nodes = facts.CidrMatchMode.Contains(CidrMatchMode.Nodes) && (pods || !cidr.IsEverything);
        var kinds = Kinds.Outside | (pods ? Kinds.Pod : Kinds.None) | (nodes ? Kinds.AnyNode : Kinds.None);
        return new EndpointPredicate.AddressIn(except.Aggregate(cidr.Set, (set, hole) => set - hole.Set)) & new EndpointPredicate.Is(kinds);
    }

    public EndpointPredicate Match(IEnumerable<Cidr> networks, IReadOnlyCollection<Cidr> except) =>
        EndpointPredicate.Any(networks.Select(network => Match(network, except)));
}
