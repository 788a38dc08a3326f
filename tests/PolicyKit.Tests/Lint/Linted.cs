using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Lint;

/// <summary>Short ways from policies to what one rule of the lint says of them.</summary>
internal static class Linted
{
    /// <summary>A workload with a name and a namespace, about which nothing else is to be said.</summary>
    public static Policy Web => Policy.ForPods(("app", "web")).InNamespace("shop");

    /// <summary>The same workload, which says aloud that it needs neither the API server nor DNS.</summary>
    public static Policy Quiet => Web.NeedsNoApiServer("test").NeedsNoDns("test");

    /// <summary>What a rule says of a policy, each finding on one line without its place: <c>warning: …</c>.</summary>
    public static IReadOnlyList<string> Says(this Policy policy, string rule, ClusterProfile? profile = null) => PolicySet.Of(policy).Says(rule, profile);

    /// <summary>What a rule says of a set.</summary>
    public static IReadOnlyList<string> Says(this PolicySet set, string rule, ClusterProfile? profile = null) =>
        [.. set.Emit(Engine.Kubernetes, profile).Diagnostics.Where(one => one.Id == rule).Select(one => $"{one with { Origin = default }}".Replace($" {rule}:", ":"))];

    /// <summary>The ids of everything that is said of a policy.</summary>
    public static IReadOnlyList<string> Ids(this Policy policy, ClusterProfile? profile = null) =>
        [.. PolicySet.Of(policy).Emit(Engine.Kubernetes, profile).Diagnostics.Select(one => one.Id)];

    public static ClusterProfile With(ApiServerFacts facts, Enforcer engine = Enforcer.Unknown) => new() { Engine = engine, ApiServer = facts };

    public static ClusterProfile With(NetworkFacts facts, Enforcer engine = Enforcer.Unknown) => new() { Engine = engine, Networks = facts };

    public static ApiServerFacts At(string address, bool? onNodes = null, params int[] ports) => new() { Cidrs = Blocks(address), OnNodes = onNodes, Ports = ports.Length == 0 ? null : ports.ToValueArray() };
}
