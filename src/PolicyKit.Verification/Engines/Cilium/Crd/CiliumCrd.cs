using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Cilium.Crd;

/// <summary>What the CRDs of one version of Cilium demand. CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy are the same.</summary>
internal sealed partial class CiliumCrd(EngineVersion version)
{
    private static readonly CrdType.Text AnyText = new();
    private static readonly CrdType.Items TextList = new(AnyText);

    /// <summary>A policy of either kind.</summary>
    public CrdType.Map Policy => new(
        new("apiVersion", AnyText),
        new("kind", AnyText),
        new("metadata", new CrdType.Anything()),
        new("status", new CrdType.Anything()),
        new("spec", Rule),
        new("specs", new CrdType.Items(Rule)))
    {
        AtLeastOneOf = IsSince(20) ? ["spec", "specs"] : [],
    };

    /// <summary>A CiliumCIDRGroup.</summary>
    public static CrdType.Map Group => new(
        new("apiVersion", AnyText),
        new("kind", AnyText),
        new("metadata", new CrdType.Anything()),
        new("spec", new CrdType.Map(new CrdField("externalCIDRs", new CrdType.Items(CrdTexts.Network))) { Required = ["externalCIDRs"] }))
    {
        Required = ["spec"],
    };

    private CrdType.Map Rule => new(
        new("endpointSelector", Selector),
        new("nodeSelector", Selector),
        new("ingress", new CrdType.Items(Section("from", deny: false))),
        new("ingressDeny", new CrdType.Items(Section("from", deny: true))),
        new("egress", new CrdType.Items(Section("to", deny: false))),
        new("egressDeny", new CrdType.Items(Section("to", deny: true))),
        Since(16, "enableDefaultDeny", new CrdType.Map(new("ingress", new CrdType.Truth()), new("egress", new CrdType.Truth()))),
        new("labels", new CrdType.Items(new CrdType.Map(new("key", AnyText), new("value", AnyText), new("source", AnyText)) { Required = ["key"] })),
        new("description", AnyText),
        Since(18, "log", new CrdType.Map(new CrdField("value", CrdTexts.LogValue))))
    {
        ExactlyOneOf = ["endpointSelector", "nodeSelector"],

        // Added for 1.18, and carried back to 1.17.1.
        AtLeastOneOf = IsSince(17) ? ["ingress", "ingressDeny", "egress", "egressDeny"] : [],
    };

    private static CrdType.Map Selector => new(
        new("matchLabels", new CrdType.Texts(new(KubernetesNames.IsLabelValue, "A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit."))),
        new("matchExpressions", new CrdType.Items(new CrdType.Map(
            new("key", AnyText),
            new("operator", CrdTexts.OneOf("In", "NotIn", "Exists", "DoesNotExist")),
            new("values", TextList))
        {
            Required = ["key", "operator"],
        })));

    private bool IsSince(int minor) => version >= new EngineVersion(1, minor);

    private CrdField? Since(int minor, string name, CrdType type) => IsSince(minor) ? new(name, type) : null;

    private CrdField? Before(int minor, string name, CrdType type) => IsSince(minor) ? null : new(name, type);
}
