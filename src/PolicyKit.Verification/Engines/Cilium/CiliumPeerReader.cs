using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads the peers of an item.</summary>
internal static class CiliumPeerReader
{
    private static readonly string[] Kinds = ["Endpoints", "CIDR", "CIDRSet", "Entities", "Nodes"];

    /// <summary>The peers; null where none of the members counts as written. Empty lists count, except those of host names and Services.</summary>
    public static ValueArray<CiliumPeer>? Read(Fields item, string prefix, CiliumSide side)
    {
        var peers = (item.Maps(prefix + "Endpoints") ?? []).Select(selector => (CiliumPeer?)new CiliumPeer.Endpoints(CiliumSelectorReader.Read(selector)))
            .Concat((item.Texts(prefix + "CIDR") ?? []).Select(text => Network(item.Log, text) is { } cidr ? new CiliumPeer.Network(cidr, []) : null))
            .Concat((item.Maps(prefix + "CIDRSet") ?? []).Select(NetworkSet))
            .Concat((item.Texts(prefix + "Entities") ?? []).Select(text => Entity(item.Log, text)))
            .ToList();
        if (side == CiliumSide.Egress) peers.AddRange((item.Maps("toFQDNs") ?? []).Select(HostName));
        if (side is CiliumSide.Egress or CiliumSide.EgressDeny) peers.AddRange((item.Maps("toServices") ?? []).Select(Service));
        return peers.Count > 0 || Kinds.Any(kind => item.Has(prefix + kind)) ? peers.OfType<CiliumPeer>().ToValueArray() : null;
    }

    /// <summary>A network as the agent takes it: without leading zeros, which the CRD lets through.</summary>
    public static Cidr? Network(ReadingLog log, Item<string> text)
    {
        if (Cidr.TryParse(text.Value, CidrReading.Strict, out var cidr)) return cidr;
        log.Ignore(text.Place, $"'{text.Value}' is not a network.", Cidr.TryParse(text.Value, CidrReading.LeadingZeros, out var plain) ? $"Write '{plain}'." : "Write an address, a slash and a prefix length.");
        return null;
    }

    private static CiliumPeer? NetworkSet(Fields set)
    {
        var except = set.Texts("except") ?? [];
        var holes = except.Select(text => Network(set.Log, text)).OfType<Cidr>().ToValueArray();
        var name = set.Text("cidrGroupRef");
        var labels = set.Map("cidrGroupSelector");
        var written = set.Text("cidr");
        if (new object?[] { name, labels, written }.Count(member => member is not null) != 1)
        {
            set.Log.Ignore(set.Place, "The agent needs one network, or one choice of groups.", "Write exactly one of cidr, cidrGroupRef, cidrGroupSelector.");
            return null;
        }

        if (written is null) return new CiliumPeer.Groups(name, labels is null ? null : CiliumSelectorReader.ReadPlain(labels), holes);
        if (Network(set.Log, new(written, set.PlaceOf("cidr"))) is not { } cidr) return null;
        foreach (var (hole, text) in holes.Zip(except))
        {
            if (hole != cidr && !cidr.StrictlyContains(hole) && hole.Set != cidr.Set) set.Log.Ignore(text.Place, $"'{text.Value}' does not lie in '{written}'.", "Leave it out.", "PK0004");
        }

        return new CiliumPeer.Network(cidr, holes);
    }

    private static CiliumPeer? Entity(ReadingLog log, Item<string> name)
    {
        if (CiliumEntities.Find(name.Value) is not null) return new CiliumPeer.Entity(name.Value);
        if (name.Value == CiliumEntities.Mesh) log.NotModelled(name.Place, "The other clusters of a mesh are not part of the cluster.");
        else log.Ignore(name.Place, $"'{name.Value}' is not an entity.", Nearest.To(name.Value, CiliumEntities.Names) is { } near ? $"Did you mean '{near}'?" : $"Write one of {string.Join(", ", CiliumEntities.Names)}.");
        return null;
    }

    private static CiliumPeer? HostName(Fields name)
    {
        var exact = name.Text("matchName") ?? "";
        var pattern = name.Text("matchPattern") ?? "";
        if (exact.Length > 0 && pattern.Length > 0) name.Log.Ignore(name.Place, "There are both 'matchName' and 'matchPattern'.", "Write two peers.");
        var text = exact.Length > 0 ? exact : pattern;
        if (text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' || (c == '*' && exact.Length == 0))) return new CiliumPeer.HostName(new(text));
        name.Log.Ignore(name.Place, $"'{text}' is not a host name.", "Write a name such as 'www.example.com', or '*.example.com' as 'matchPattern'.");
        return null;
    }

    private static CiliumPeer? Service(Fields service)
    {
        var chosen = service.Map("k8sService") ?? service.Map("k8sServiceSelector") ?? new Fields(ManifestMap.Empty, service.Place, service.Log);
        var ns = chosen.Text("namespace");
        var name = service.Has("k8sService") ? chosen.Text("serviceName") ?? "" : null;
        var labels = name is null && chosen.Map("selector") is { } selector ? CiliumSelectorReader.ReadPlain(selector) : null;
        if (ns is not null && (name is not null || labels is not null)) return new CiliumPeer.Service(ns, name, labels);
        service.Log.NotModelled(service.Place, "Which Services are meant is not clear without a namespace.", "Write 'namespace'.");
        return null;
    }
}
