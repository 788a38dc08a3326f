namespace PolicyKit.Conformance;

/// <summary>Calico 3.29 has no staged policies.</summary>
internal static class Case082
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).DenyIngressByDefault()).InNamespace("shop").InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault(),
        ];
}
