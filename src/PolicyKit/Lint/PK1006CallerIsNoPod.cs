using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Webhooks are called by the API server and probes by the kubelet; neither is a pod, so a rule for pods cuts them off.</summary>
internal sealed class PK1006CallerIsNoPod : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (!rule.IsIngress) return;
        foreach (var port in rule.Ports)
        {
            if (NameOf(port) is not { } name || WellKnown.CallerOf(name) is not { } caller) continue;
            if (!ArePods(rule.Peers) || IsOpenToTheCaller(rule.Section, name, caller)) continue;
            rule.Report(
                RuleCatalogue.PK1006,
                $"opens the port '{name}' to pods only, and {(caller is PortCaller.ApiServer ? "the API server, which calls webhooks," : "the kubelet, which probes,")} is no pod.",
                $"Add a rule for the same port with {(caller is PortCaller.ApiServer ? "From(ApiServer)" : "FromKubelet()")}.",
                about: port);
            return;
        }
    }

    private static string? NameOf(Port port) => port switch
    {
        Port.ByName named => named.Name,
        Port.Numbered numbered => numbered.KeptName,
        _ => null,
    };

    private static bool ArePods(ValueArray<RulePeer> peers)
    {
        foreach (var peer in peers)
        {
            if (peer is not (NamespacePeer or PodsPeer or SelfPeer)) return false;
        }

        return true;
    }

    private static bool IsOpenToTheCaller(ValueArray<PolicyRule> section, string name, PortCaller caller) =>
        section.Any(rule => rule.Ports.Any(port => port is Port.Every || NameOf(port) == name) && rule.Peers.Any(peer => Admits(peer, caller)));

    private static bool Admits(RulePeer peer, PortCaller caller) =>
        peer is AnywherePeer or NodesPeer || (caller is PortCaller.ApiServer ? peer is ApiServerPeer or NetworkPeer or OutsideClusterPeer : peer is KubeletPeer);
}
