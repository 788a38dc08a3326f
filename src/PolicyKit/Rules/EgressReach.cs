// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Decides PK1001 and PK1002. In: facts of a policy and of those that cover its pods. Out: whether the pods are cut off.</summary>
/// <remarks>The one predicate of both rules: the lint feeds it policies, the analyzers feed it what they read in source.</remarks>
internal static class EgressReach
{
    // Addresses that clusters use for themselves: private, shared by carriers (managed clusters), link-local (node caches), unique local.
    private static readonly CidrBlock[] PrivateNetworks =
        [.. new[] { "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10" }.Select(Parsed)];

    /// <summary>What a rule adds to the facts of its policy.</summary>
    internal static EgressFacts OfRule(PortTraits ports, PeerTraits peers) =>
        EgressFacts.Restricts | TowardApiServer(ports, peers) | TowardDns(ports, peers);

    /// <summary>The traits of the ports from one number to another.</summary>
    internal static PortTraits OfPorts(Protocol protocol, int first, int last)
    {
        var traits = PortTraits.None;
        if (protocol is Protocol.Tcp && (Holds(443) || Holds(6443))) traits |= PortTraits.HoldApiServer;
        if (protocol is not Protocol.Sctp && (Holds(53) || Holds(5353))) traits |= PortTraits.HoldDns;
        if (protocol is not Protocol.Sctp && first == 53 && last == 53) traits |= PortTraits.AskForDns;
        return traits;

        bool Holds(int port) => first <= port && port <= last;
    }

    /// <summary>The traits of a network.</summary>
    internal static PeerTraits OfNetwork(CidrBlock block) =>
        block.PrefixLength <= 1 || block.IsSingleAddress || IsPrivate(block) ? PeerTraits.OpenNetwork : PeerTraits.None;

    /// <summary>The traits of pods in a namespace known by its name.</summary>
    internal static PeerTraits OfNamespace(string name) => name is "kube-system" or "openshift-dns" ? PeerTraits.SystemPods : PeerTraits.None;

    /// <summary>Whether the pods of a policy reach what they need.</summary>
    /// <param name="policy">The facts of the policy.</param>
    /// <param name="covering">The facts of all policies of the set that select at least the same pods, itself included, together.</param>
    /// <param name="need">What they need.</param>
    internal static Reach Verdict(EgressFacts policy, EgressFacts covering, Need need)
    {
        var (settled, possible) = need is Need.ApiServer
            ? (EgressFacts.ApiServerSettled, EgressFacts.ApiServerPossible)
            : (EgressFacts.DnsSettled, EgressFacts.DnsPossible);
        return (policy & EgressFacts.Restricts) == 0 || (covering & settled) != 0 ? Reach.Fine
            : (covering & possible) != 0 ? Reach.Possible
            : Reach.CutOff;
    }

    private static bool IsPrivate(CidrBlock block)
    {
        foreach (var one in PrivateNetworks)
        {
            if (one.Overlaps(block)) return true;
        }

        return false;
    }

    private static EgressFacts TowardApiServer(PortTraits ports, PeerTraits peers)
    {
        if ((peers & PeerTraits.ApiServer) != 0) return EgressFacts.ApiServerSettled;
        if ((ports & PortTraits.HoldApiServer) == 0) return EgressFacts.None;
        if ((peers & (PeerTraits.Anywhere | PeerTraits.OutsideCluster | PeerTraits.Nodes)) != 0) return EgressFacts.ApiServerSettled;
        return (peers & (PeerTraits.OpenNetwork | PeerTraits.Internet | PeerTraits.HostName)) != 0 ? EgressFacts.ApiServerPossible : EgressFacts.None;
    }

    private static EgressFacts TowardDns(PortTraits ports, PeerTraits peers)
    {
        if ((peers & PeerTraits.HostName) != 0) return EgressFacts.DnsSettled;
        if ((ports & PortTraits.HoldDns) == 0) return EgressFacts.None;
        if ((peers & (PeerTraits.ClusterDns | PeerTraits.Anywhere | PeerTraits.SystemPods)) != 0) return EgressFacts.DnsSettled;
        return (ports & PortTraits.AskForDns) != 0 || (peers & (PeerTraits.OpenNetwork | PeerTraits.Nodes)) != 0 ? EgressFacts.DnsPossible : EgressFacts.None;
    }

    private static CidrBlock Parsed(string text) => CidrBlock.TryParse(text, out var block, out var problem) ? block! : throw new FormatException(problem);
}
