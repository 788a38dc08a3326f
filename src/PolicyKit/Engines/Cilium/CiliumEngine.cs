using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Cilium's own policies, <c>cilium.io/v2</c>: CiliumNetworkPolicy is written, both kinds are read.</summary>
internal sealed class CiliumEngine() : Engine("cilium")
{
    public const string ApiVersion = "cilium.io/v2";
    public const string Kind = "CiliumNetworkPolicy";
    public const string ClusterwideKind = "CiliumClusterwideNetworkPolicy";

    internal override string ObjectName => $"{Kind} or {ClusterwideKind}";

    internal override IReadOnlyList<Manifest> Lower(PolicyEntry entry, LoweringContext context) =>
        new CiliumLowering(entry, context).Lower() is { } manifest ? [manifest] : [];

    internal override bool Owns(Manifest manifest) => manifest is { ApiVersion: ApiVersion, Kind: Kind or ClusterwideKind };

    internal override Manifest? Rehearsed(Manifest raw, LoweringContext context) => CiliumDryRun.Rehearsed(raw, context);

    internal override void Check(Manifest manifest, LoweringContext context, Action<RuleFinding> report) =>
        CiliumRules.Check(manifest, context.Facts.Cilium.Version, report, context.Shared);
}
