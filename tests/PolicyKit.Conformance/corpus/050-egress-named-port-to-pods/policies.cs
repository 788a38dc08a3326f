namespace PolicyKit.Conformance;

/// <summary>A named port is looked up at the pod that receives; Cilium cannot do that on egress.</summary>
internal static class Case050
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Named("postgres"), Port.Metrics).To(Pods(("app", "db"))).AllowEgress(Port.Named("http")).To(Namespace("monitoring")),
            Policy.ForPods(("app", "cache")).AllowEgress(Port.Metrics).To(ClusterDns, Self),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Named("http")).ToAnywhere()).InNamespace("shop");
}
