// A generic helper that maps anything to policies.
internal static class Mapping
{
    internal static PolicySet ToSet<T>(this IEnumerable<T> items, Func<T, Policy> make) => items.Select(make).Aggregate(PolicySet.Of(Policy.ForAllPods().DenyIngressByDefault()), (set, one) => [.. set, one]);

    internal static EmitResult Emit() => new[] { (Name: "a", Port: 80), (Name: "b", Port: 81) }
        .ToSet(one => Policy.ForPods(("app", one.Name)).AllowIngress(Port.Tcp(one.Port)).From(Namespace("edge")))
        .InNamespace("shop")
        .Emit(Engine.Kubernetes);
}
