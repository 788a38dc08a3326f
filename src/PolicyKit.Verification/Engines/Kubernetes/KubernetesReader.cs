using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>Input: a NetworkPolicy. Output: what the API server stores. Promise: what it refuses is refused here, what it drops is reported.</summary>
internal sealed class KubernetesReader : IDialect
{
    private const CidrReading Legacy = CidrReading.LeadingZeros;

    public bool Owns(Manifest manifest) =>
        manifest.Kind == "NetworkPolicy" && (manifest.ApiVersion.StartsWith("networking.k8s.io/", StringComparison.Ordinal) || manifest.ApiVersion == "extensions/v1beta1");

    public PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile)
    {
        var root = new Fields(manifest.Root, Place.Root(manifest), log);
        if (manifest.ApiVersion != "networking.k8s.io/v1")
        {
            log.Reject(root.PlaceOf("apiVersion"), $"There is no NetworkPolicy in '{manifest.ApiVersion}'.", "Write 'networking.k8s.io/v1'.");
            return null;
        }

        ObjectHeader.Read(root, log, KubernetesNames.IsSubdomain);
        root.Skip("status");
        var spec = root.Map("spec") ?? new Fields(ManifestMap.Empty, root.PlaceOf("spec"), log);
        root.Close();
        return ReadSpec(manifest, spec);
    }

    /// <summary>Reads a spec; fields that the caller has asked for are known already.</summary>
    public static KubernetesModel? ReadSpec(Manifest manifest, Fields spec)
    {
        var subject = spec.Map("podSelector") is { } selector ? LabelSelectorReader.ReadStrict(selector) : SelectorModel.Everything;
        var ingress = Rules(spec, "ingress", "from");
        var egress = Rules(spec, "egress", "to");
        var types = Types(spec, egress.Count > 0);
        spec.Close();
        return spec.Log.IsEnforced ? new(manifest, subject, ingress, egress, types) : null;
    }

    private static ValueArray<Direction> Types(Fields spec, bool hasEgress)
    {
        var written = spec.Texts("policyTypes") ?? [];
        if (written.Count > 2) spec.Log.Reject(spec.PlaceOf("policyTypes"), "There are more than two policy types.", "Write each of Ingress and Egress once at most.");
        var (ingress, egress) = (written.Count == 0, written.Count == 0 && hasEgress);
        foreach (var type in written)
        {
            if (type.Value == "Ingress") ingress = true;
            else if (type.Value == "Egress") egress = true;
            else spec.Log.Reject(type.Place, $"'{type.Value}' is not a policy type.", "Write Ingress or Egress.");
        }

        return (ingress, egress) switch
        {
            (true, true) => [Direction.Ingress, Direction.Egress],
            (true, false) => [Direction.Ingress],
            (false, true) => [Direction.Egress],
            (false, false) => [],
        };
    }

    private static ValueArray<KubernetesRule> Rules(Fields spec, string section, string peersKey)
    {
        var rules = new List<KubernetesRule>();
        foreach (var rule in spec.Maps(section) ?? [])
        {
            var peers = (rule.Maps(peersKey) ?? []).Select(Peer).OfType<KubernetesPeer>().ToValueArray();
            var ports = (rule.Maps("ports") ?? []).Select(KubernetesPortReader.Read).OfType<KubernetesPort>().ToValueArray();
            rule.Close();
            rules.Add(new(peers, ports, rule.Place));
        }

        return rules.ToValueArray();
    }

    private static KubernetesPeer? Peer(Fields peer)
    {
        var pods = peer.Map("podSelector");
        var namespaces = peer.Map("namespaceSelector");
        var block = peer.Map("ipBlock");
        peer.Close();
        if (block is not null)
        {
            if (pods is not null || namespaces is not null) peer.Log.Reject(peer.Place, "An ipBlock stands beside a selector in one peer.", "Write them as two peers.");
            return Network(block);
        }

        if (pods is null && namespaces is null)
        {
            peer.Log.Reject(peer.Place, "The peer says nothing.", "Write podSelector, namespaceSelector or ipBlock, or leave the whole list out to mean everybody.");
            return null;
        }

        return new KubernetesPeer.Pods(
            namespaces is null ? null : LabelSelectorReader.ReadStrict(namespaces),
            pods is null ? null : LabelSelectorReader.ReadStrict(pods));
    }

    private static KubernetesPeer? Network(Fields block)
    {
        var text = block.Text("cidr") ?? "";
        var excepts = block.Texts("except") ?? [];
        block.Close();
        if (!Cidr.TryParse(text, Legacy, out var cidr))
        {
            block.Log.Reject(block.PlaceOf("cidr"), $"'{text}' is not a network.", IpAddress.TryParse(text, out var bare) ? FormattableString.Invariant($"Did you mean '{bare}/{IpAddress.BitsOf(bare.Family)}'?") : "");
            return null;
        }

        if (cidr.ToString() != text) block.Log.Warn(block.PlaceOf("cidr"), "PK0003", $"'{text}' is read as '{cidr}'.", $"Write '{cidr}'.");
        var holes = new List<Cidr>();
        foreach (var except in excepts)
        {
            if (!Cidr.TryParse(except.Value, Legacy, out var hole)) block.Log.Reject(except.Place, $"'{except.Value}' is not a network.");
            else if (!cidr.StrictlyContains(hole)) block.Log.Reject(except.Place, $"'{except.Value}' is not a smaller network inside '{text}'.", id: "PK0004");
            else holes.Add(hole);
        }

        return new KubernetesPeer.Network(cidr, holes.ToValueArray());
    }
}
