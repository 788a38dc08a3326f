namespace PolicyKit.Conformance;

/// <summary>A default deny in rehearsal: the namespace stays as open as it was.</summary>
internal static class Case079
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))).InNamespace("shop").WithDefaultDeny(Directions.Both, order: 2000).InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "client")).InNamespace("other").DenyEgressByDefault(),
        ];
}
