namespace PolicyKit.Conformance;

/// <summary>A named port is looked up at the pod that receives; Cilium cannot do that on egress.</summary>
internal static class Case050
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Named("postgres"), Port.Metrics).To(Pods(("app", "db")))).InNamespace("shop");
}
