namespace PolicyKit.Conformance;

/// <summary>The line of the mission: Prometheus may scrape the web pods, and nobody else may reach them.</summary>
internal static class Case001
{
    public static PolicySet Policies { get; } = PolicySet.Of(
        Policy.ForPods(("app", "web")).AllowIngress(Port.Metrics).From(Namespace("monitoring"))).InNamespace("shop");
}
