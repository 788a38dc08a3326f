using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>ClusterNetworkPolicy, <c>policy.networking.k8s.io/v1alpha2</c>.</summary>
internal sealed class ClusterNetworkPolicyEngine() : Engine("clusterNetworkPolicy")
{
    public const string ApiVersion = "policy.networking.k8s.io/v1alpha2";
    public const string Kind = "ClusterNetworkPolicy";

    internal override string ObjectName => Kind;

    internal override IReadOnlyList<Manifest> Lower(PolicyEntry entry, LoweringContext context)
    {
        var home = context.Namespace(entry);
        var band = ClusterNetworkPolicyBand.Of(entry, context);
        return home is null || band is null ? [] : new ClusterNetworkPolicyLowering(entry, home, band.Value, context).Lower();
    }

    internal override bool Owns(Manifest manifest) => manifest is { ApiVersion: ApiVersion, Kind: Kind };

    internal override Manifest? Rehearsed(Manifest raw, LoweringContext context) => ClusterNetworkPolicyDryRun.Rehearsed(raw, context);

    internal override void Check(Manifest manifest, LoweringContext context, Action<RuleFinding> report) =>
        ClusterNetworkPolicyRules.Check(manifest, context.Facts, report, context.Shared);
}
