using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>Kubernetes NetworkPolicy, <c>networking.k8s.io/v1</c>.</summary>
internal sealed class KubernetesEngine() : Engine("kubernetes")
{
    public const string ApiVersion = "networking.k8s.io/v1";
    public const string Kind = "NetworkPolicy";

    internal override string ObjectName => Kind;

    internal override IReadOnlyList<Manifest> Lower(PolicyEntry entry, LoweringContext context) => [new KubernetesLowering(entry, context).Lower()];

    internal override bool Owns(Manifest manifest) => manifest is { ApiVersion: ApiVersion, Kind: Kind };

    internal override Manifest? Rehearsed(Manifest raw, LoweringContext context) => KubernetesDryRun.Rehearsed(raw, context);

    internal override void Check(Manifest manifest, LoweringContext context, Action<RuleFinding> report) => KubernetesRules.Check(manifest, report, context.Shared);
}
