namespace PolicyKit.Conformance;

/// <summary>Only the kubelet: the direction is governed, and no list is left empty.</summary>
internal static class Case059
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Probe).Because("readiness").FromKubelet()).InNamespace("shop");
}
