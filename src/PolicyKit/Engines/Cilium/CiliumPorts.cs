using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Traffic to the entries of <c>toPorts</c>; the protocol is always written.</summary>
internal sealed class CiliumPorts(PolicyEntry entry, RuleIr rule, Direction direction, LoweringContext context)
{
    private const int MostInAnEntry = 40;
    private static readonly ManifestText EveryPort = new("0");

    /// <summary>The entries, or null for every protocol and port: then the key is left out.</summary>
    public ManifestList? Lower() => rule.Traffic switch
    {
        TrafficIr.Everything => null,
        TrafficIr.Some some => Nodes.ListOf(Entries(some.Ports)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The entries toward a resolver: on its port the DNS proxy listens in, on others nothing changes.</summary>
    /// <param name="resolverPort">The port that names are asked on.</param>
    public ManifestList? LowerProxied(int resolverPort)
    {
        if (rule.Traffic is not TrafficIr.Some some) return null;
        var asked = some.Ports.Where(port => CiliumDns.IsAskedOn(port, resolverPort)).ToValueArray();
        var others = some.Ports.Where(port => !CiliumDns.IsAskedOn(port, resolverPort)).ToValueArray();
        var entries = Entries(others);
        if (asked.Count > 0) entries.Insert(0, Nodes.Map(("ports", Nodes.ListOf(asked.Select(One))), ("rules", CiliumDns.EveryName)));
        return Nodes.ListOf(entries);
    }

    private List<ManifestNode> Entries(ValueArray<PortIr> ports)
    {
        var entries = new List<ManifestNode>(1);
        for (var first = 0; first < ports.Count; first += MostInAnEntry)
        {
            var items = new ManifestNode[Math.Min(MostInAnEntry, ports.Count - first)];
            for (var i = 0; i < items.Length; i++) items[i] = One(ports[first + i]);
            entries.Add(Nodes.Map(("ports", Nodes.List(items))));
        }

        return entries;
    }

    private ManifestMap One(PortIr port)
    {
        if (port.Protocol is Protocol.Sctp && !context.Facts.Cilium.Sctp)
        {
            context.Refuse("PK3008", rule.Origin,
                $"Policy '{entry.Id}' allows {port}, and the profile does not say that {context.Engine} has SCTP switched on.",
                "Say 'cilium.sctp: true' if the cluster runs so.");
        }

        var protocol = Nodes.Text(port.Protocol);
        switch (port)
        {
            case PortIr.Whole:
                return Nodes.Map(("port", EveryPort), ("protocol", protocol));
            case PortIr.Range range when range.First == range.Last:
                return Nodes.Map(("port", Number(range.First)), ("protocol", protocol));
            case PortIr.Range range:
                CheckRange(range);
                return Nodes.Map(("port", Number(range.First)), ("endPort", range.Last), ("protocol", protocol));
            case PortIr.Named named:
                CheckName(named);
                return Nodes.Map(("port", named.Name), ("protocol", protocol));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void CheckRange(PortIr.Range range)
    {
        var version = context.Facts.Cilium.Version;
        if (version >= CiliumVersions.PortRanges) return;
        context.Refuse("PK3008", rule.Origin,
            $"Policy '{entry.Id}' allows the ports {range}, and {context.Engine} {version} has no ranges: the end would be dropped, and only the first port stay open.",
            $"Write the ports one by one, or say 'cilium.version: \"{CiliumVersions.PortRanges}\"' or later if the cluster runs it.");
    }

    private void CheckName(PortIr.Named named)
    {
        if (direction is Direction.Ingress) return;
        context.Refuse("PK3003", rule.Origin,
            $"Policy '{entry.Id}' allows the named port '{named.Name}' on egress, and {context.Engine} skips such a rule where pods give the name to different numbers.",
            $"Write the number: Port.Named(\"{named.Name}\").At(…).");
    }

    private static ManifestText Number(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
