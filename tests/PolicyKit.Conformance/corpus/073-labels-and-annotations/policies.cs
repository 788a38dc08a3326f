namespace PolicyKit.Conformance;

/// <summary>What is written on the objects, with names that YAML could misread.</summary>
internal static class Case073
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app", "web")).Named("on").AllowIngress(Port.Tcp(8080)).Because("a: b # c").From(Namespace("monitoring")))
            .InNamespace("shop")
            .WithLabels(("app.kubernetes.io/managed-by", "policykit"), ("y", "no"))
            .WithAnnotations(("argocd.argoproj.io/sync-wave", "-5"));
}
