namespace PolicyKit.Engines.Cilium;

/// <summary>The custom resource definition of both kinds, as the API server applies it: the same for <c>spec</c> and each item of <c>specs</c>.</summary>
/// <remarks>Source: the definitions of 1.14 to 1.21-dev; a key that came or went carries the version.</remarks>
internal static class CiliumSchema
{
    private static readonly EngineVersion V16 = new(1, 16);
    private static readonly EngineVersion V17 = new(1, 17);
    private static readonly EngineVersion V18 = new(1, 18);
    private static readonly EngineVersion V19 = new(1, 19);
    private static readonly EngineVersion V20 = new(1, 20);
    private static readonly EngineVersion V21 = new(1, 21);

    private static readonly Shape LabelValue = new TextShape("a label value", text => NameSyntax.LabelValue(text) is null);

    private static readonly Shape Selector = new MapShape(
    [
        new("matchLabels", new TableShape(LabelValue)),
        new("matchExpressions", new ListShape(new MapShape(
        [
            new("key", Shape.Text) { IsRequired = true },
            new("operator", new WordShape("In", "NotIn", "Exists", "DoesNotExist")) { IsRequired = true },
            new("values", new ListShape(Shape.Text)),
        ]))),
    ]);

    private static readonly Shape Selectors = new ListShape(Selector);

    private static readonly Shape Cidr = new TextShape("a network", text => LegacyCidr.Of(text) is not null);

    private static readonly Shape CidrSet = new ListShape(new MapShape(
        [
            new("cidr", Cidr),
            new("cidrGroupRef", new TextShape("a name", text => NameSyntax.Subdomain(text, "a name") is null)),
            new("cidrGroupSelector", Selector) { Since = V17 },
            new("except", new ListShape(Cidr)),
        ],
        new Choice(["cidr", "cidrGroupRef", "cidrGroupSelector"], ExactlyOne: true)));

    private static readonly Shape Entities = new ListShape(new WordShape(
        ("all", default), ("world", default), ("cluster", default), ("cluster-mesh", V21), ("host", default), ("init", default), ("ingress", default),
        ("unmanaged", default), ("remote-node", default), ("health", default), ("none", default), ("kube-apiserver", default)));

    private static readonly Shape Groups = new ListShape(new MapShape(
    [
        new("aws", new MapShape(
        [
            new("labels", new TableShape(Shape.Text)),
            new("managedPrefixList", Shape.Whatever) { Since = V21 },
            new("region", Shape.Text),
            new("securityGroupsIds", new ListShape(Shape.Text)),
            new("securityGroupsNames", new ListShape(Shape.Text)),
        ])),
    ]));

    private static readonly Shape Services = new ListShape(new MapShape(
    [
        new("k8sService", new MapShape([new("serviceName", Shape.Text), new("namespace", Shape.Text)])),
        new("k8sServiceSelector", new MapShape([new("selector", Selector) { IsRequired = true }, new("namespace", Shape.Text)])),
    ]));

    private static readonly Shape Icmps = new ListShape(new MapShape(
    [
        new("fields", new ListShape(
            new MapShape([new("family", new WordShape("IPv4", "IPv6")), new("type", new CiliumIcmpType()) { IsRequired = true }]), most: 40, mostSince: V16)),
    ]));

    private static readonly Shape Authentication = new MapShape([new("mode", new WordShape("disabled", "required", "test-always-fail")) { IsRequired = true }]);

    /// <summary>An item of <c>ingress</c>.</summary>
    public static readonly Shape Ingress = Rule("from", denies: false);

    /// <summary>An item of <c>egress</c>.</summary>
    public static readonly Shape Egress = Rule("to", denies: false);

    private static readonly Shape Spec = new MapShape(
        [
            new("endpointSelector", Selector),
            new("nodeSelector", Selector),
            new("ingress", new ListShape(Ingress, areShared: true)),
            new("ingressDeny", new ListShape(Rule("from", denies: true))),
            new("egress", new ListShape(Egress, areShared: true)),
            new("egressDeny", new ListShape(Rule("to", denies: true))),
            new("enableDefaultDeny", new MapShape([new("ingress", Shape.Boolean), new("egress", Shape.Boolean)])) { Since = V16 },
            new("description", Shape.Text),
            new("labels", new ListShape(new MapShape([new("key", Shape.Text) { IsRequired = true }, new("value", Shape.Text), new("source", Shape.Text)]))),
            new("log", new MapShape([new("value", new TextShape("a text of at most 32 printable characters", text => text.Length <= 32 && !text.Any(char.IsControl)))])) { Since = V18 },
        ],
        new Choice(["endpointSelector", "nodeSelector"], ExactlyOne: true),
        new Choice(["ingress", "ingressDeny", "egress", "egressDeny"], ExactlyOne: false, V17));

    /// <summary>The whole object, without what every object has.</summary>
    public static readonly MapShape Root = new(
        [
            new("apiVersion", Shape.Whatever),
            new("kind", Shape.Whatever),
            new("metadata", Shape.Whatever),
            new("spec", Spec),
            new("specs", new ListShape(Spec)),
            new("status", Shape.Whatever),
        ],
        new Choice(["spec", "specs"], ExactlyOne: false, V20));

    private static MapShape Rule(string side, bool denies)
    {
        List<Field> fields =
        [
            new(side + "Endpoints", Selectors),
            new(side + "Requires", Selectors) { GoneIn = V19 },
            new(side + "Requires", new ListShape(Shape.Whatever, most: 0)) { Since = V19 },
            new(side + "CIDR", new ListShape(Cidr)),
            new(side + "CIDRSet", CidrSet),
            new(side + "Entities", Entities),
            new(side + "Nodes", Selectors) { Since = V16 },
            new(side + "Groups", Groups) { Since = side is "from" ? V16 : default },
            new("toPorts", denies ? CiliumPortSchema.Denied : CiliumPortSchema.Allowed),
            new("icmps", Icmps),
        ];
        if (side is "to") fields.Add(new("toServices", Services));
        if (side is "to" && !denies) fields.Add(new("toFQDNs", CiliumPortSchema.Names));
        if (!denies) fields.Add(new("authentication", Authentication));
        return new([.. fields]);
    }
}
