namespace PolicyKit.Conformance;

/// <summary>Default deny of both directions, with egress to the database only.</summary>
internal static class Case062
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db"))).AllowClusterDns(),
                Policy.ForPods(("app", "db")).AllowIngress(Port.Tcp(5432)).From(Pods(("app", "web"))))
            .InNamespace("shop")
            .WithDefaultDeny(Directions.Both);
}
