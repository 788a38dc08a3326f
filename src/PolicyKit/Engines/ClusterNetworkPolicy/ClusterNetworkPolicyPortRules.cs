using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>The rules for one item of <c>protocols</c>.</summary>
internal static class ClusterNetworkPolicyPortRules
{
    private static readonly string[] ProtocolKeys = ["tcp", "udp", "sctp", "destinationNamedPort"];
    private static readonly string[] TransportKeys = ["destinationPort"];
    private static readonly string[] PortKeys = ["number", "range"];
    private static readonly string[] RangeKeys = ["start", "end"];

    public static void Check(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } protocol) return;
        ClusterNetworkPolicyShape.One(check, protocol, ProtocolKeys);
        check.Child(protocol, "tcp", Transport);
        check.Child(protocol, "udp", Transport);
        check.Child(protocol, "sctp", Transport);
        check.Child(protocol, "destinationNamedPort", static (check, node) =>
        {
            if (check.Text(node) is { } name && NameSyntax.PortName(name) is not null) check.WeRefuse(node, $"no container port can be called '{name}'");
        });
    }

    private static void Transport(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } transport) return;
        ClusterNetworkPolicyShape.One(check, transport, TransportKeys);
        check.Child(transport, "destinationPort", static (check, node) =>
        {
            if (check.Map(node) is not { } port) return;
            ClusterNetworkPolicyShape.One(check, port, PortKeys);
            check.Child(port, "number", Number);
            check.Child(port, "range", Range);
        });
    }

    private static void Range(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } range) return;
        ClusterNetworkPolicyShape.Keys(check, range, RangeKeys);
        ClusterNetworkPolicyShape.Requires(check, range, "start");
        ClusterNetworkPolicyShape.Requires(check, range, "end");
        check.Child(range, "start", Number);
        check.Child(range, "end", Number);
        if (range["start"] is ManifestInteger start && range["end"] is ManifestInteger end && start.Value >= end.Value)
            check.Refuses(range, FormattableString.Invariant($"the start {start.Value} is not below the end {end.Value}; a single port is a number"));
    }

    private static void Number(TreeCheck check, ManifestNode node)
    {
        if (check.Integer(node) is { } number && number is < 1 or > 65535)
            check.Refuses(node, FormattableString.Invariant($"{number} is not a port; ports are 1 to 65535"));
    }
}
