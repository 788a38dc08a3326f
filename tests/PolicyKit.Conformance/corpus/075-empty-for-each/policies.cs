namespace PolicyKit.Conformance;

/// <summary>A ForEach over nothing allows nothing: the direction was governed first.</summary>
internal static class Case075
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).DenyIngressByDefault().ForEach(Array.Empty<string>(), (policy, name) => policy.AllowIngress(Port.Any).From(Namespace(name)))).InNamespace("shop");
}
