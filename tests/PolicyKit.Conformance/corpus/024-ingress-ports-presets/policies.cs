namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form presets.</summary>
internal static class Case024
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress([Port.Https, Port.Dns, Port.ApiServer]).From(Namespace("monitoring"))).InNamespace("shop");
}
