using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads the items of a section: peers, ports and ICMP types.</summary>
internal sealed class CiliumItemReader(CiliumFacts facts)
{
    private static readonly EngineVersion ServicesWithPorts = new(1, 17);

    private static readonly EngineVersion WithoutRequirements = new(1, 19);

    private readonly CiliumPortReader _ports = new(facts);

    public ValueArray<CiliumItem> Read(Fields rule, string section, CiliumSide side) =>
        (rule.Maps(section) ?? []).Select(item => Read(item, side)).ToValueArray();

    private CiliumItem Read(Fields item, CiliumSide side)
    {
        var prefix = side is CiliumSide.Ingress or CiliumSide.IngressDeny ? "from" : "to";
        RefuseUnmodelled(item, prefix);
        CheckOneKind(item, prefix);
        var peers = CiliumPeerReader.Read(item, prefix, side);
        var entries = item.Maps("toPorts") ?? [];
        var icmps = item.Maps("icmps") ?? [];
        if (entries.Count > 0 && icmps.Count > 0) item.Log.Ignore(item.PlaceOf("icmps"), "There are 'icmps' and 'toPorts' in one item.", "Write two items.");
        if (entries.Count > 0 && item.Maps("toServices") is { Count: > 0 } && facts.Version < ServicesWithPorts) item.Log.Ignore(item.PlaceOf("toPorts"), $"Cilium {facts.Version} takes no 'toPorts' beside 'toServices'.", "Select the pods behind the Service instead.");
        if (item.IsEmpty) item.Log.Warn(item.Place, "PK5003", "The item is empty: in Cilium it matches nobody, and still denies the rest.", $"Write '{prefix}Entities: [none]' to say so, or '{prefix}Entities: [all]' to allow everybody.");
        return new(
            peers,
            entries.Select(entry => _ports.Read(entry, side)).ToValueArray(),
            icmps.Count == 0 ? null : icmps.SelectMany(entry => entry.Maps("fields") ?? []).Select(CiliumIcmpReader.Read).OfType<CiliumIcmp>().ToValueArray(),
            item.Place);
    }

    private void RefuseRequirements(Fields item, string prefix)
    {
        var place = item.PlaceOf(prefix + "Requires");
        var mend = $"Write the labels into '{prefix}Endpoints'.";
        if (facts.Version >= WithoutRequirements) item.Log.Ignore(place, $"'{prefix}Requires' is gone since 1.19.", mend);
        else item.Log.NotModelled(place, $"'{prefix}Requires' narrows what every other item about the same pods allows.", mend);
    }

    private void RefuseUnmodelled(Fields item, string prefix)
    {
        if (item.Has(prefix + "Groups")) item.Log.NotModelled(item.PlaceOf(prefix + "Groups"), "The addresses of a cloud's groups are known to the cloud only.", $"Write '{prefix}CIDRSet' with the addresses.");
        if (item.List(prefix + "Requires") is { Count: > 0 }) RefuseRequirements(item, prefix);
        if (item.Map("authentication")?.Text("mode") is { } mode && mode != "disabled") item.Log.NotModelled(item.PlaceOf("authentication"), "Whether both ends authenticate each other is not known.");
        if (item.List(prefix + "Nodes") is { Count: > 0 }) item.Log.Ignore(item.PlaceOf(prefix + "Nodes"), "Nodes by their labels need an agent that runs with 'enable-node-selector-labels', which is off by default.", $"Write '{prefix}Entities: [host, remote-node]'.");
    }

    private static void CheckOneKind(Fields item, string prefix)
    {
        var kinds = new[] { "Endpoints", "CIDR", "CIDRSet", "Entities", "Nodes", "Groups", "Services", "FQDNs" }
            .Select(kind => prefix + kind)
            .Where(key => item.List(key) is { Count: > 0 })
            .ToList();
        if (kinds.Count > 1) item.Log.Ignore(item.Place, $"There are several kinds of peers in one item: {string.Join(" and ", kinds)}.", "Write an item for each, with the same ports.");
    }
}
