namespace PolicyKit.Conformance;

/// <summary>A webhook in a cluster whose API server calls from: networks.</summary>
internal static class Case057
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(9443)).Because("admission webhook").From(ApiServer)).InNamespace("shop");
}
