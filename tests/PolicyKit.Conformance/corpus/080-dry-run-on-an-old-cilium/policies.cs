namespace PolicyKit.Conformance;

/// <summary>Cilium 1.15 does not know enableDefaultDeny: the dry run would enforce, so it is refused there.</summary>
internal static class Case080
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).DenyIngressByDefault()).InNamespace("shop").InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault(),
        ];
}
