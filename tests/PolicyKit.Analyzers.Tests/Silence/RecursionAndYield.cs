// Helpers that call themselves, and those that give one policy after the other.
internal static class Trees
{
    internal static Policy Deep(Policy policy, int depth) => depth == 0 ? policy.AllowClusterDns().AllowApiServer() : Deep(policy.AllowEgress(Port.Tcp(9000 + depth)).To(Namespace("level")), depth - 1);

    private static IEnumerable<Policy> All()
    {
        yield return Deep(Policy.ForPods(("app", "tree")), 3);
        yield return Policy.ForPods(("app", "leaf")).AllowEgress(Port.Https).To(Self);
    }

    internal static EmitResult Emit()
    {
        PolicySet set = [.. All()];
        return set.InNamespace("forest").Emit(Engine.Cilium);
    }
}
