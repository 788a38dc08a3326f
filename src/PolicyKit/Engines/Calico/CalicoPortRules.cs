using System.Globalization;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for protocols, and for the items of <c>ports</c> and <c>notPorts</c>.</summary>
internal static class CalicoPortRules
{
    private static readonly string[] Names = ["TCP", "UDP", "SCTP", "ICMP", "ICMPv6", "UDPLite"];

    public static void Protocol(TreeCheck check, ManifestNode node)
    {
        switch (node)
        {
            case ManifestInteger number:
                if (number.Value is < 1 or > 255) check.Refuses(node, FormattableString.Invariant($"{number.Value} is not a protocol; protocols are 1 to 255"));
                break;
            case ManifestText name:
                if (Array.IndexOf(Names, name.Value) < 0) check.Refuses(node, $"'{name.Value}' is not one of TCP, UDP, SCTP, ICMP, ICMPv6 and UDPLite");
                break;
            default:
                check.Refuses(node, $"a number or a name is expected, not a {node.KindName}");
                break;
        }
    }

    /// <summary>Whether a protocol has ports here. UDPLite has none.</summary>
    public static bool HasPorts(ManifestNode? protocol) => protocol is ManifestText { Value: "TCP" or "UDP" or "SCTP" } or ManifestInteger { Value: 6 or 17 or 132 };

    public static void List(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } ports) return;
        if (ports.Count == 0) check.WeRefuse(node, "an empty list is every port");
        CalicoLists.Limit(check, node, ports.Count, CalicoLimits.Ports, "ports");
        check.Items(ports, Item);
    }

    /// <summary>Whether an item is looked up by name; a range is a text too.</summary>
    public static bool IsName(ManifestNode item) => item is ManifestText text && !text.Value.AsSpan().ContainsOnlyDigitsAndColon();

    private static void Item(TreeCheck check, ManifestNode node)
    {
        switch (node)
        {
            case ManifestInteger number:
                Number(check, node, number.Value);
                break;
            case ManifestText text when !IsName(node):
                Range(check, node, text.Value);
                break;
            case ManifestText name:
                if (NameSyntax.PortName(name.Value) is not null) check.Refuses(node, $"'{name.Value}' is neither a number, nor a range such as '8000:9000', nor a port name");
                break;
            default:
                check.Refuses(node, $"a number or a text is expected, not a {node.KindName}");
                break;
        }
    }

    private static void Range(TreeCheck check, ManifestNode node, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (first, last) = colon < 0 ? (Read(text), Read(text)) : (Read(text.AsSpan(0, colon)), Read(text.AsSpan(colon + 1)));
        if (first is null || last is null)
        {
            check.Refuses(node, $"'{text}' is not a range of ports");
            return;
        }

        Number(check, node, first.Value);
        if (last != first) Number(check, node, last.Value);
        if (last < first) check.Refuses(node, $"the range '{text}' ends before it begins");
    }

    private static void Number(TreeCheck check, ManifestNode node, long number)
    {
        if (number is < 1 or > 65535) check.Refuses(node, FormattableString.Invariant($"{number} is not a port; ports are 1 to 65535"));
    }

    private static long? Read(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 9 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool ContainsOnlyDigitsAndColon(this ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', ':') < 0;
}
