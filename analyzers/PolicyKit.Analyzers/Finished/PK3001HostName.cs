using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK3001: a host name on an engine without egress by host name.</summary>
internal sealed class PK3001HostName() : EngineRule(RuleCatalogue.PK3001)
{
    protected override EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer) => (peer, engine) switch
    {
        (HostNamePeer name, "Kubernetes") => Limit(name, "kubernetes has no egress by host name", "Use an engine that has it"),
        (HostNamePeer name, "Calico") when hasNoProfile => Limit(name, "the open-source calico has no egress by host name", "Use an engine that has it, give Emit a profile with 'calico.edition: enterprise' if the cluster runs that"),
        (HostNamePeer name, "ClusterNetworkPolicy") when hasNoProfile =>
            Limit(name, "clusterNetworkPolicy has egress by host name in its experimental channel only", "Give Emit a profile with 'clusterNetworkPolicy.channel: experimental' if the cluster has it"),
        _ => null,
    };

    private static EngineLimit Limit(HostNamePeer name, string reason, string mend) => new($"names the host '{name.Pattern}', and {reason}.", $"{mend}, or write the host's network with Cidr(…).");
}
