using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>An ICMP type: a number, or a name that belongs to one family or to both.</summary>
internal sealed class CiliumIcmpType : Shape
{
    private static readonly string[] BothFamilies = ["DestinationUnreachable", "EchoReply", "EchoRequest", "ParameterProblem", "RouterAdvertisement", "TimeExceeded"];

    private static readonly string[] OnlyV4 = ["Echo", "ExtendedEcho Reply", "ExtendedEchoRequest", "Photuris", "Redirect", "RouterSelection", "Timestamp", "TimestampReply"];

    private static readonly string[] OnlyV6 =
    [
        "DuplicateAddressConfirmationCodeSuffix", "DuplicateAddressRequestCodeSuffix", "HomeAgentAddressDiscoveryReply", "HomeAgentAddressDiscoveryRequest",
        "ICMPNodeInformationQuery", "ICMPNodeInformationResponse", "InverseNeighborDiscoveryAdvertisement", "InverseNeighborDiscoverySolicitation",
        "MobilePrefixAdvertisement", "MobilePrefixSolicitation", "MulticastListenerDone", "MulticastListenerQuery", "MulticastListenerReport",
        "NeighborAdvertisement", "NeighborSolicitation", "PacketTooBig", "RedirectMessage", "RouterRenumbering", "RouterSolicitation",
    ];

    /// <summary>Whether a name is known, but for the other family.</summary>
    public static bool IsOfOtherFamily(string name, bool v6) => Array.IndexOf(v6 ? OnlyV4 : OnlyV6, name) >= 0;

    /// <summary>The number of a type that is written as one.</summary>
    public static long? Number(ManifestNode? type) => type switch
    {
        ManifestInteger number => number.Value,
        ManifestText { Value: var text } when byte.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    // The definition's pattern sees texts only: any whole number passes.
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (node is ManifestInteger) return;
        if (check.Text(node) is { } text && Number(node) is null && !IsName(text)) check.Refuses(node, $"{UserWords.Quote(text)} is not an ICMP type");
    }

    private static bool IsName(string text) => Array.IndexOf(BothFamilies, text) >= 0 || Array.IndexOf(OnlyV4, text) >= 0 || Array.IndexOf(OnlyV6, text) >= 0;
}
