namespace PolicyKit.Conformance;

/// <summary>More peers and rules than one ClusterNetworkPolicy holds.</summary>
internal static class Case072
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress(Port.Tcp(8080)).From(Enumerable.Range(0, 30).Select(i => (Peer)Namespace(FormattableString.Invariant($"team-{i:00}"))).Append(Namespace("monitoring")))
                .ForEach(Enumerable.Range(0, 30), (policy, i) => policy.AllowIngress(Port.Tcp(20000 + i)).From(Namespace("other")))).InNamespace("shop");
}
