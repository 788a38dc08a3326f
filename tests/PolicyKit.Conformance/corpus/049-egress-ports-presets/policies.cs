namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form presets.</summary>
internal static class Case049
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress([Port.Https, Port.Dns, Port.ApiServer]).To(Namespace("monitoring"))).InNamespace("shop");
}
