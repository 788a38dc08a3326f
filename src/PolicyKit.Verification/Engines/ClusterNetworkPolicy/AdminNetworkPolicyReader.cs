using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>
/// Input: an AdminNetworkPolicy or BaselineAdminNetworkPolicy v1alpha1, the ancestors of ClusterNetworkPolicy. Output: the model of their
/// successor. Promise: their own words (Allow, ports, 100 items) are read, not those of the successor.
/// </summary>
internal sealed class AdminNetworkPolicyReader : IDialect
{
    private const string Admin = "AdminNetworkPolicy";
    private const string Baseline = "BaselineAdminNetworkPolicy";
    private const int MaxPriority = 1000;
    private const int MaxItems = 100;

    /// <summary>The one Baseline object has no priority of its own; this is where Calico puts it.</summary>
    private const int BaselinePriority = 1000;

    public bool Owns(Manifest manifest) =>
        manifest.Kind is Admin or Baseline && manifest.ApiVersion.StartsWith("policy.networking.k8s.io/", StringComparison.Ordinal);

    public PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile)
    {
        var root = new Fields(manifest.Root, Place.Root(manifest), log, NullReading.Dropped);
        if (manifest.ApiVersion != "policy.networking.k8s.io/v1alpha1")
        {
            log.Reject(root.PlaceOf("apiVersion"), $"There is no {manifest.Kind} in '{manifest.ApiVersion}'.", "Write 'policy.networking.k8s.io/v1alpha1', or a ClusterNetworkPolicy.");
            return null;
        }

        var baseline = manifest.Kind == Baseline;
        ObjectHeader.Read(root, log, baseline ? name => name == "default" : KubernetesNames.IsSubdomain, namespaced: false);
        root.Skip("status");
        var spec = root.Map("spec");
        root.Close();
        if (spec is null)
        {
            log.Reject(root.PlaceOf("spec"), "The field 'spec' is required.");
            return null;
        }

        var priority = baseline ? BaselinePriority : ClusterFields.Number(spec, "priority", 0, MaxPriority);
        var subject = ClusterFields.Subject(spec, namespaceSelectorRequired: true);
        var experimental = profile.ClusterNetworkPolicy.Channel == ReleaseChannel.Experimental;
        var ingress = Rules(spec, "ingress", "from", baseline, experimental);
        var egress = Rules(spec, "egress", "to", baseline, experimental);
        spec.Close();
        return log.IsEnforced && subject is not null
            ? new ClusterNetworkPolicyModel(manifest, baseline ? ClusterTier.Baseline : ClusterTier.Admin, (int)priority, subject, ingress, egress)
            : null;
    }

    private static ValueArray<ClusterRule> Rules(Fields spec, string section, string peersKey, bool baseline, bool experimental)
    {
        var rules = spec.Maps(section) ?? [];
        if (rules.Count > MaxItems) ClusterFields.Count(spec, section, rules.Count, MaxItems);
        return rules.Select(rule => Rule(rule, peersKey, baseline, experimental)).ToValueArray();
    }

    private static ClusterRule Rule(Fields rule, string peersKey, bool baseline, bool experimental)
    {
        rule.Skip("name");
        var action = Action(rule, baseline);
        var peers = rule.Maps(peersKey) ?? [];
        ClusterFields.Count(rule, peersKey, peers.Count, MaxItems);
        var ports = rule.Maps("ports");
        if (ports is { Count: > MaxItems }) ClusterFields.Count(rule, "ports", ports.Count, MaxItems);
        rule.Close();
        return new(
            action,
            peers.Select(peer => Peer(peer, peersKey == "to", baseline, experimental)).OfType<ClusterPeer>().ToValueArray(),
            (ports ?? []).Select(port => Port(port, experimental)).OfType<ClusterPort>().ToValueArray(),
            rule.Place);
    }

    private static ClusterAction Action(Fields rule, bool baseline)
    {
        switch (rule.Text("action"))
        {
            case "Allow": return ClusterAction.Accept;
            case "Deny": return ClusterAction.Deny;
            case "Pass" when !baseline: return ClusterAction.Pass;
            case var other: rule.Log.Reject(rule.PlaceOf("action"), $"'{other}' is not an action here.", baseline ? "Write Allow or Deny." : "Write Allow, Deny or Pass."); break;
        }

        return ClusterAction.Deny;
    }

    private static ClusterPeer? Peer(Fields peer, bool egress, bool baseline, bool experimental)
    {
        string[] known = (egress, experimental, baseline) switch
        {
            (false, _, _) => ["namespaces", "pods"],
            (true, false, _) => ["namespaces", "pods", "networks"],
            (true, true, true) => ["namespaces", "pods", "networks", "nodes"],
            (true, true, false) => ["namespaces", "pods", "networks", "nodes", "domainNames"],
        };
        return ClusterFields.OneOf(peer, known) switch
        {
            "namespaces" => peer.Map("namespaces") is { } selector ? new ClusterPeer.Namespaces(LabelSelectorReader.Read(selector)) : null,
            "pods" => ClusterFields.Pods(peer, namespaceSelectorRequired: true) is { } pods ? new ClusterPeer.Pods(pods) : null,
            "networks" => ClusterFields.Networks(peer),
            "nodes" => peer.Map("nodes") is { } selector ? new ClusterPeer.Nodes(LabelSelectorReader.Read(selector)) : null,
            "domainNames" => ClusterRuleReader.Names(peer),
            _ => null,
        };
    }

    private static ClusterPort? Port(Fields item, bool experimental)
    {
        string[] known = experimental ? ["portNumber", "portRange", "namedPort"] : ["portNumber", "portRange"];
        switch (ClusterFields.OneOf(item, known))
        {
            case "namedPort": return item.Text("namedPort") is { } name ? new ClusterPort.Named(name) : null;
            case "portNumber" when item.Map("portNumber") is { } number:
                return Numbers(number, "port", "port");
            case "portRange" when item.Map("portRange") is { } range:
                return Numbers(range, "start", "end");
            default: return null;
        }
    }

    private static ClusterPort Numbers(Fields port, string first, string last)
    {
        var protocol = port.Text("protocol");
        var start = ClusterFields.Number(port, first, 1, ushort.MaxValue);
        var end = ClusterFields.Number(port, last, 1, ushort.MaxValue);
        port.Close();
        Protocol? known = protocol switch { null or "TCP" => Protocol.Tcp, "UDP" => Protocol.Udp, "SCTP" => Protocol.Sctp, _ => null };
        return known is { } transport ? new ClusterPort.Numbers(transport, start <= end ? PortSet.Between((ushort)start, (ushort)end) : PortSet.Empty) : new ClusterPort.Unsupported();
    }
}
