namespace PolicyKit.Conformance;

/// <summary>With enable-non-default-deny-policies switched off the field is ignored and the dry run would enforce.</summary>
internal static class Case081
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).DenyIngressByDefault()).InNamespace("shop").InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault(),
        ];
}
