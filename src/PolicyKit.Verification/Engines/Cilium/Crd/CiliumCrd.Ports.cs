namespace PolicyKit.Verification.Engines.Cilium.Crd;

internal sealed partial class CiliumCrd
{
    private const int MaxItems = 40;

    private int MostPorts => IsSince(16) ? MaxItems : int.MaxValue;

    private CrdType.Map PortEntry => new(
        new("ports", new CrdType.Items(Port, Most: MostPorts)),
        new("rules", Layer7),
        new("terminatingTLS", Certificates),
        new("originatingTLS", Certificates),
        new("serverNames", IsSince(18) ? new CrdType.Items(CrdTexts.ServerName(innerStars: IsSince(20)), Least: 1, Distinct: true) : TextList),
        new("listener", new CrdType.Map(
            new("name", CrdTexts.NotEmpty),
            new("envoyConfig", new CrdType.Map(new("kind", CrdTexts.OneOf("CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig")), new("name", CrdTexts.NotEmpty)) { Required = ["name"] }),
            Since(16, "priority", new CrdType.Whole(1, 100)))
        {
            Required = ["envoyConfig", "name"],
        }));

    private CrdType.Map Port => new(
        new("port", CrdTexts.Port),
        Since(16, "endPort", new CrdType.Whole(0, ushort.MaxValue)),
        new("protocol", CrdTexts.OneOf([.. Protocols])))
    {
        Required = IsSince(19) ? [] : ["port"],
    };

    private IEnumerable<string> Protocols =>
        IsSince(20) ? ["TCP", "UDP", "SCTP", "VRRP", "IGMP", "GRE", "IPIP", "IPV6", "ESP", "AH", "ANY"]
        : IsSince(19) ? ["TCP", "UDP", "SCTP", "VRRP", "IGMP", "ANY"]
        : ["TCP", "UDP", "SCTP", "ANY"];

    private CrdType.Map Icmp => new(new CrdField("fields", new CrdType.Items(
        new CrdType.Map(
            new("family", CrdTexts.OneOf("IPv4", "IPv6")),
            new("type", IsSince(16) ? new CrdType.WholeOrText(CrdTexts.IcmpType) : new CrdType.Whole(0, byte.MaxValue)))
        {
            Required = ["type"],
        },
        Most: MostPorts)));

    private static CrdType.Map Certificates => new(
        new("secret", Secret),
        new("trustedCA", AnyText),
        new("certificate", AnyText),
        new("privateKey", AnyText))
    {
        Required = ["secret"],
    };

    private static CrdType.Map Secret => new(new("name", AnyText), new("namespace", AnyText)) { Required = ["name"] };

    private CrdType.Map Layer7 => new(
        new("http", new CrdType.Items(Http)),
        new("dns", new CrdType.Items(HostName)),
        Before(20, "kafka", new CrdType.Items(Kafka)),
        Before(20, "l7proto", AnyText),
        Before(20, "l7", new CrdType.Items(new CrdType.Texts(AnyText))))
    {
        ExactlyOneOf = IsSince(20) ? ["http", "dns"] : IsSince(16) ? ["http", "kafka", "dns", "l7proto"] : [],
    };

    private static CrdType.Map Http => new(
        new("path", AnyText),
        new("method", AnyText),
        new("host", AnyText),
        new("headers", TextList),
        new("headerMatches", new CrdType.Items(new CrdType.Map(
            new("name", CrdTexts.NotEmpty),
            new("value", AnyText),
            new("secret", Secret),
            new("mismatch", CrdTexts.OneOf("LOG", "ADD", "DELETE", "REPLACE")))
        {
            Required = ["name"],
        })));

    private static CrdType.Map Kafka => new(
        new("role", CrdTexts.OneOf("produce", "consume")),
        new("apiKey", AnyText),
        new("apiVersion", AnyText),
        new("clientID", AnyText),
        new("topic", new CrdType.Text(text => text.Length <= 255, "A topic has at most 255 characters.")));
}
