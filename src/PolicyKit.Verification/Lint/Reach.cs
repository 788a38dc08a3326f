using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Whether a restricted pod certainly reaches what it needs, or may: where an address might be the API server's, nobody here can know.</summary>
internal static class Reach
{
    private const string ApiServerService = "default/kubernetes";

    private static readonly Endpoint[] ApiServers = [.. new[] { Kinds.OtherNode, Kinds.Outside }.Select(kind => new Endpoint("apiserver", Kinds.ApiServer | kind) { Addresses = [IpAddress.Parse("192.0.2.202")] })];

    /// <summary>By its addresses where the profile has them, else by a rule that means it or everybody.</summary>
    public static bool ApiServer(LintedRule rule, IReadOnlyList<LintedRule> covering)
    {
        var facts = rule.World.Profile.ApiServer;
        if (facts.Cidrs is not { Count: > 0 } cidrs) return covering.Any(other => IsForApiServer(other) && (ApiServers.Any(end => WithoutNetworks(other, end)) || Serves(other)));
        return cidrs.Any(cidr => ApiServers.Where(end => facts.OnNodes is not { } onNodes || onNodes == ((end.Kinds & Kinds.OtherNode) != 0)).Any(end =>
            Ports(rule.World).Any(port => Evaluator.Decide(rule.World.Program.Egress, new Flow(WithFamilyOf(rule.Pod, First(cidr)), end with { Addresses = [First(cidr)] }, Traffic.Tcp(port)), rule.World.Answers) is not Verdict.Deny)));
    }

    public static bool Dns(LintedRule rule, SimulatedCluster cluster)
    {
        var facts = rule.World.Profile.Dns;
        var labels = facts.PodLabels.Requirements.Where(one => one.Operator == LabelOperator.In).Select(one => new ScopedLabel(LabelScope.Pod, one.Key, one.Values[0]));
        var dns = ExamplePod.Pod(facts.Namespace, labels, cluster) with { Name = "dns", NamedPorts = [new("dns", Protocol.Udp, (ushort)facts.Port), new("dns-tcp", Protocol.Tcp, (ushort)facts.Port)] };
        return Evaluator.Decide(rule.World.Program.Egress, new Flow(rule.Pod, dns, Traffic.Udp((ushort)facts.Port)), rule.World.Answers) is not Verdict.Deny;
    }

    /// <summary>An address by itself, one of a network inside, or any address at all; or a host name.</summary>
    public static bool MayBeApiServer(LintedWorld world, IEnumerable<LintedRule> covering) =>
        world.Profile.ApiServer.Cidrs is not { Count: > 0 }
        && covering.Any(rule => IsForApiServer(rule) && rule.PeerLeaves.Any(leaf => leaf is EndpointPredicate.LearnedFor || (leaf is EndpointPredicate.AddressIn network && MayHold(network.Set))));

    /// <summary>The port is DNS's, and the peer may be a resolver that the profile does not know.</summary>
    public static bool MayBeDns(LintedWorld world, IEnumerable<LintedRule> covering) =>
        covering.Any(rule => (!rule.IsForAllTraffic || rule.HasNetworks) && (rule.Ports.Udp.Contains(53) || rule.Ports.Udp.Contains((ushort)world.Profile.Dns.Port)));

    private static bool IsForApiServer(LintedRule rule) => rule.IsForAllTraffic || Ports(rule.World).Any(rule.Ports.Tcp.Contains);

    private static bool Serves(LintedRule rule) => rule.PeerLeaves.Any(leaf => leaf is EndpointPredicate.BackendOf { Service: ApiServerService });

    private static IEnumerable<ushort> Ports(LintedWorld world) => world.Profile.ApiServer.Ports is { Count: > 0 } ports ? ports.Select(port => (ushort)port) : [443, 6443];

    private static bool MayHold(IpSet set) =>
        !(set & PublicAddresses.OfNetworksInside).IsEmpty || (set.Ranges.Length == 1 && set.Ranges[0].First == set.Ranges[0].Last) || PublicAddresses.AreAllIn(set);

    private static bool WithoutNetworks(LintedRule rule, Endpoint end) => (rule with { Written = rule.Written with { Peer = Without(rule.Written.Peer) } }).Holds(end);

    private static EndpointPredicate Without(EndpointPredicate predicate) => predicate switch
    {
        EndpointPredicate.Conjunction all => EndpointPredicate.All(all.Parts.Select(Without)),
        EndpointPredicate.Disjunction any => EndpointPredicate.Any(any.Parts.Select(Without)),
        EndpointPredicate.Negation not => !Without(not.Part),
        EndpointPredicate.Ask ask => new EndpointPredicate.Ask(ask.Question, Without(ask.IfYes), Without(ask.IfNo)),
        EndpointPredicate.AddressIn => EndpointPredicate.Never,
        EndpointPredicate.Constant or EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor => predicate,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IpAddress First(CidrBlock cidr) => IpSet.Parse(cidr.ToString()).Ranges[0].First;

    private static Endpoint WithFamilyOf(Endpoint pod, IpAddress address) => pod.Address(address.Family) is not null ? pod : pod with { Addresses = [address] };
}
