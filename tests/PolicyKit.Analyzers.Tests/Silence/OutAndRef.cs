// Policies that go in and out by reference are not followed.
internal static class Catalogue
{
    private static readonly Dictionary<string, Policy> Known = new(StringComparer.Ordinal) { ["web"] = Policy.ForPods(("app", "web")).AllowClusterDns().AllowApiServer() };

    internal static bool TryFind(string name, out Policy policy) => Known.TryGetValue(name, out policy!);

    private static void Add(ref Policy policy) => policy = policy.AllowApiServer().AllowClusterDns();

    internal static EmitResult? Emit(string name)
    {
        if (!TryFind(name, out var policy)) return null;
        Add(ref policy);
        var other = Policy.ForPods(("app", "job")).AllowEgress(Port.Https).To(Self);
        Add(ref other);
        return PolicySet.Of(policy, other).InNamespace("shop").Emit(Engine.Cilium);
    }
}
