using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Cilium.Crd;

internal sealed partial class CiliumCrd
{
    private static readonly string[] Entities = ["all", "world", "cluster", "host", "init", "ingress", "unmanaged", "remote-node", "health", "none", "kube-apiserver"];

    /// <summary>An item of one of the four sections; its peers are called after the direction.</summary>
    private CrdType.Map Section(string side, bool deny)
    {
        var egress = side == "to";
        return new(
            new(side + "Endpoints", new CrdType.Items(Selector)),
            new(side + "Requires", IsSince(19) ? new CrdType.Items(AnyText, Most: 0) : new CrdType.Items(Selector)),
            new(side + "CIDR", new CrdType.Items(CrdTexts.Network)),
            new(side + "CIDRSet", new CrdType.Items(NetworkSet)),
            new(side + "Entities", new CrdType.Items(CrdTexts.OneOf(IsSince(21) ? [.. Entities, "cluster-mesh"] : Entities))),
            Since(16, side + "Nodes", new CrdType.Items(Selector)),
            egress ? new(side + "Groups", new CrdType.Items(CloudGroup)) : Since(16, side + "Groups", new CrdType.Items(CloudGroup)),
            egress ? new("toServices", new CrdType.Items(Service)) : null,
            egress && !deny ? new("toFQDNs", new CrdType.Items(HostName)) : null,
            new("toPorts", new CrdType.Items(deny ? new CrdType.Map(new CrdField("ports", new CrdType.Items(Port))) : PortEntry)),
            new("icmps", new CrdType.Items(Icmp)),
            deny ? null : new("authentication", new CrdType.Map(new CrdField("mode", CrdTexts.OneOf("disabled", "required", "test-always-fail"))) { Required = ["mode"] }));
    }

    private CrdType.Map NetworkSet => new(
        new("cidr", CrdTexts.Network),
        new("cidrGroupRef", new CrdType.Text(KubernetesNames.IsSubdomain, "A name has lower-case letters, digits, '-' and '.', and starts and ends with a letter or digit.")),
        Since(17, "cidrGroupSelector", Selector),
        new("except", new CrdType.Items(CrdTexts.Network)))
    {
        ExactlyOneOf = IsSince(17) ? ["cidr", "cidrGroupRef", "cidrGroupSelector"] : ["cidr", "cidrGroupRef"],
    };

    private CrdType.Map CloudGroup => new(new CrdField("aws", new CrdType.Map(
        new("labels", new CrdType.Texts(AnyText)),
        new("region", AnyText),
        new("securityGroupsIds", TextList),
        new("securityGroupsNames", TextList),
        Since(21, "managedPrefixList", new CrdType.Map(new("ids", TextList), new("names", TextList), new("ownerIDs", TextList))))));

    private static CrdType.Map Service => new(
        new("k8sService", new CrdType.Map(new("serviceName", AnyText), new("namespace", AnyText))),
        new("k8sServiceSelector", new CrdType.Map(new("selector", Selector), new("namespace", AnyText)) { Required = ["selector"] }));

    private CrdType.Map HostName => new(
        new("matchName", CrdTexts.HostName(stars: false, longest: IsSince(17) ? 255 : int.MaxValue)),
        new("matchPattern", CrdTexts.HostName(stars: true, longest: IsSince(17) ? 255 : int.MaxValue)))
    {
        ExactlyOneOf = IsSince(16) ? ["matchName", "matchPattern"] : [],
    };
}
