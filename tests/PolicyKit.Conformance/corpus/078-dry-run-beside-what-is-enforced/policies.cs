namespace PolicyKit.Conformance;

/// <summary>A rehearsed policy denies nothing; the one beside it is enforced.</summary>
internal static class Case078
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx")).DenyEgressByDefault()).InNamespace("shop").InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault(),
        ];
}
