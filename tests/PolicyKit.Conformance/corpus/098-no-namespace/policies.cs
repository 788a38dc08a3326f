namespace PolicyKit.Conformance;

/// <summary>Without a namespace Kubernetes leaves it to the one who applies; engines that need one refuse.</summary>
internal static class Case098
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("monitoring")));
}
