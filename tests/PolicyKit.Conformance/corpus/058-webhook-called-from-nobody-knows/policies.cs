namespace PolicyKit.Conformance;

/// <summary>Nobody said where the API server calls from: refused everywhere.</summary>
internal static class Case058
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Webhook).From(ApiServer)).InNamespace("shop");
}
