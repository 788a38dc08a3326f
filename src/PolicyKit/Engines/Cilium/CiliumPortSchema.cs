namespace PolicyKit.Engines.Cilium;

/// <summary>The part of the custom resource definition below <c>toPorts</c>, and host names.</summary>
internal static class CiliumPortSchema
{
    private static readonly EngineVersion V16 = new(1, 16);
    private static readonly EngineVersion V18 = new(1, 18);
    private static readonly EngineVersion V19 = new(1, 19);
    private static readonly EngineVersion V20 = new(1, 20);

    private static readonly Shape NotEmpty = new TextShape("a name", text => text.Length > 0);

    /// <summary>The items of <c>toFQDNs</c>, and of the DNS rules.</summary>
    public static readonly Shape Names = new ListShape(new MapShape(
        [
            new("matchName", new TextShape("a host name of at most 255 characters", text => IsName(text, stars: false))),
            new("matchPattern", new TextShape("a pattern of host names of at most 255 characters", text => IsName(text, stars: true))),
        ],
        new Choice(["matchName", "matchPattern"], ExactlyOne: true, V16)));

    private static readonly Shape Port = new TextShape("a port", IsPort);

    private static readonly Shape Protocol = new WordShape(
        ("TCP", default), ("UDP", default), ("SCTP", default), ("VRRP", V19), ("IGMP", V19),
        ("GRE", V20), ("IPIP", V20), ("IPV6", V20), ("ESP", V20), ("AH", V20), ("ANY", default));

    private static readonly MapShape PortItem = new(
    [
        new("port", Port) { IsRequired = true, GoneIn = V19 },
        new("port", Port) { Since = V19 },
        new("endPort", new IntegerShape(0, 65535)) { Since = V16 },
        new("protocol", Protocol),
    ]);

    private static readonly Shape Secret = new MapShape([new("name", Shape.Text) { IsRequired = true }, new("namespace", Shape.Text)]);

    private static readonly Shape Tls = new MapShape(
    [
        new("secret", Secret) { IsRequired = true },
        new("trustedCA", Shape.Text),
        new("certificate", Shape.Text),
        new("privateKey", Shape.Text),
    ]);

    private static readonly Shape Http = new ListShape(new MapShape(
    [
        new("path", Shape.Text),
        new("method", Shape.Text),
        new("host", Shape.Text),
        new("headers", new ListShape(Shape.Text)),
        new("headerMatches", new ListShape(new MapShape(
        [
            new("name", NotEmpty) { IsRequired = true },
            new("value", Shape.Text),
            new("secret", Secret),
            new("mismatch", new WordShape("LOG", "ADD", "DELETE", "REPLACE")),
        ]))),
    ]));

    private static readonly Shape Kafka = new ListShape(new MapShape(
    [
        new("role", new WordShape("produce", "consume")),
        new("apiKey", Shape.Text),
        new("apiVersion", Shape.Text),
        new("clientID", Shape.Text),
        new("topic", new TextShape("a topic of at most 255 characters", text => text.Length <= 255)),
    ]));

    private static readonly Shape Rules = new MapShape(
        [
            new("http", Http),
            new("dns", Names),
            new("kafka", Kafka) { GoneIn = V20 },
            new("l7proto", Shape.Text) { GoneIn = V20 },
            new("l7", new ListShape(new TableShape(Shape.Text))) { GoneIn = V20 },
        ],
        new Choice(["http", "dns", "kafka", "l7proto"], ExactlyOne: true, V16));

    private static readonly Shape Listener = new MapShape(
    [
        new("name", NotEmpty) { IsRequired = true },
        new("priority", new IntegerShape(1, 100)) { Since = V16 },
        new("envoyConfig", new MapShape([new("kind", new WordShape("CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig")), new("name", NotEmpty) { IsRequired = true }])) { IsRequired = true },
    ]);

    /// <summary><c>toPorts</c> of a rule that allows.</summary>
    public static readonly Shape Allowed = new ListShape(new MapShape(
    [
        new("ports", new ListShape(PortItem, most: 40, mostSince: V16)),
        new("rules", Rules),
        new("terminatingTLS", Tls),
        new("originatingTLS", Tls),
        new("serverNames", new ListShape(new TextShape("a server name", text => text.Length > 0))) { GoneIn = V18 },
        new("serverNames", new ListShape(new TextShape("a server name", text => IsName(text, stars: true)), least: 1)) { Since = V18 },
        new("listener", Listener),
    ]));

    /// <summary><c>toPorts</c> of a rule that denies.</summary>
    public static readonly Shape Denied = new ListShape(new MapShape([new("ports", new ListShape(PortItem))]));

    // The definition's pattern is anchored on one side of each alternative: it takes whatever begins with a digit, or ends like a name with a letter.
    private static bool IsPort(string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0])) return true;
        var hasLetter = false;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (char.IsAsciiLetter(text[at])) hasLetter = true;
            else if (!char.IsAsciiDigit(text[at]) && !(text[at] is '-' && at < text.Length - 1 && text[at + 1] is not '-')) break;
        }

        return hasLetter && char.IsAsciiLetterOrDigit(text[^1]);
    }

    private static bool IsName(string text, bool stars)
    {
        if (text.Length is 0 or > 255 || text[0] is '.' || text.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.') && !(stars && letter is '*')) return false;
        }

        return true;
    }
}
