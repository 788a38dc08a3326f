using System.Globalization;
using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Traffic to what a rule can hold: one protocol, and at most fifty ports of it.</summary>
internal static class CalicoPorts
{
    /// <summary>One rule's share of the traffic.</summary>
    /// <param name="Protocol">The protocol; null for every protocol, ICMP included.</param>
    /// <param name="Ports">The ports; null for all of the protocol.</param>
    public readonly record struct Share(ManifestText? Protocol, ManifestList? Ports);

    private static readonly Share[] Everything = [new(null, null)];

    /// <summary>The shares, a rule each; together they are the traffic.</summary>
    public static IReadOnlyList<Share> Lower(TrafficIr traffic) => traffic switch
    {
        TrafficIr.Everything => Everything,
        TrafficIr.Some some => Some(some.Ports),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The ports are sorted by protocol, and a whole protocol has swallowed its other ports.
    private static List<Share> Some(ValueArray<PortIr> ports)
    {
        var shares = new List<Share>(2);
        for (int start = 0, end; start < ports.Count; start = end)
        {
            var protocol = ports[start].Protocol;
            for (end = start + 1; end < ports.Count && end - start < CalicoLimits.Ports && ports[end].Protocol == protocol;) end++;
            shares.Add(new(Nodes.Text(protocol), ports[start] is PortIr.Whole ? null : Numbers(ports.AsSpan()[start..end])));
        }

        return shares;
    }

    private static ManifestList Numbers(ReadOnlySpan<PortIr> ports)
    {
        var items = new ManifestNode[ports.Length];
        for (var i = 0; i < items.Length; i++) items[i] = One(ports[i]);
        return Nodes.List(items);
    }

    private static ManifestNode One(PortIr port) => port switch
    {
        PortIr.Range range when range.First == range.Last => range.First,
        PortIr.Range range => string.Create(CultureInfo.InvariantCulture, $"{range.First}:{range.Last}"),
        PortIr.Named named => named.Name,
        PortIr.Whole => throw new ArgumentException("A whole protocol has no ports to list.", nameof(port)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
