using PolicyKit.Manifests;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>One written rule, whatever its dialect.</summary>
/// <param name="World">The policies around it.</param>
/// <param name="Direction">Its direction.</param>
/// <param name="Block">The policy in this direction.</param>
/// <param name="Written">The rule.</param>
/// <param name="Pod">A pod that the policy selects.</param>
internal sealed record LintedRule(LintedWorld World, Direction Direction, Block Block, Rule Written, Endpoint Pod)
{
    public Manifest Manifest => Written.Source.Manifest!;

    public Place Place => new(Written.Source.Path ?? "", Written.Source.Position);

    public Effect Effect => Written.Effect;

    /// <summary>The conditions without parts that it asks of the peer.</summary>
    public IReadOnlyCollection<EndpointPredicate> PeerLeaves => field ??= Leaves.Of(Written.Peer);

    /// <summary>For which ports it holds, whatever is answered; names are looked up at nobody.</summary>
    public AllowedPorts Ports => field ??= World.Decisions.Sets.Ports(World.Decisions.VerdictsOf(Traffic).Allowed);

    /// <summary>Whether it looks at neither protocols nor ports.</summary>
    public bool IsForAllTraffic => Traffic == Decisions.Always;

    /// <summary>The addresses outside the cluster that are its peers for certain.</summary>
    public IpSet Outside => field ??= AddressBlocks.Between(PeerLeaves.OfType<EndpointPredicate.AddressIn>().Select(network => network.Set), [IpFamily.V4, IpFamily.V6])
        .Where(block => Holds(new Endpoint("outside", Kinds.Outside) { Addresses = [block.First] }, block.First))
        .Aggregate(IpSet.Empty, (set, block) => set | block.Set);

    /// <summary>Whether it speaks of addresses, and does not mean everybody by leaving them out.</summary>
    public bool HasNetworks => PeerLeaves.Any(leaf => leaf is EndpointPredicate.AddressIn);

    /// <summary>Whether an end is certainly a peer of it.</summary>
    public bool Holds(Endpoint peer, IpAddress? address = null) => Written.Peer.Test(SightOf(peer, address ?? peer.Addresses[0]), Side.Peer) == Truth.True;

    /// <summary>Whether it holds for no traffic that another rule does not hold for.</summary>
    public bool IsWithin(LintedRule other) => World.Decisions.Without(Traffic, other.Traffic) == Decisions.Never;

    private Sight SightOf(Endpoint peer, IpAddress address) => new(Pod, Pod.Addresses[0], peer, address, Deciding.Traffic.Tcp(1), World.Answers);

    private int Traffic => World.Conditions.OnTraffic(Written.Traffic, Connecting.Appearance.Nowhere(ExamplePod.Nobody), Connecting.Appearance.Nowhere(ExamplePod.Nobody));
}
