using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Calico policy, <c>projectcalico.org/v3</c>: a NetworkPolicy when enforced, a StagedNetworkPolicy in a dry run.</summary>
internal sealed class CalicoEngine() : Engine("calico")
{
    internal override string ObjectName => $"an object of {CalicoKinds.ApiVersion} ({string.Join(", ", CalicoKinds.All)})";

    internal override bool HasOrder => true;

    internal override IReadOnlyList<Manifest> Lower(PolicyEntry entry, LoweringContext context) => new CalicoLowering(entry, context).Lower() is { } manifest ? [manifest] : [];

    internal override bool Owns(Manifest manifest) =>
        string.Equals(manifest.ApiVersion, CalicoKinds.ApiVersion, StringComparison.Ordinal) && Array.IndexOf(CalicoKinds.All, manifest.Kind) >= 0;

    internal override (string Id, string Message, string Mend) Disowned(Manifest manifest) => manifest.ApiVersion is CalicoKinds.StoredApiVersion
        ? ("PK5004", $"{manifest} is written as Calico stores it ({manifest.ApiVersion}): nobody validates it there, and without types it isolates both directions.", $"Write '{CalicoKinds.ApiVersion}'.")
        : base.Disowned(manifest);

    internal override Manifest? Rehearsed(Manifest raw, LoweringContext context) => CalicoDryRun.Rehearsed(raw, context.Facts.Calico);

    internal override void Check(Manifest manifest, LoweringContext context, Action<RuleFinding> report) => CalicoRules.Check(manifest, context.Facts, report, context.Shared);
}
