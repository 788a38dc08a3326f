// Denied first, allowed later, on whatever path.
internal static class Gateway
{
    internal static Policy Build(IReadOnlyList<string> tenants, bool isPublic) => Policy.ForPods(("app", "gateway"))
        .DenyIngressByDefault()
        .DenyEgressByDefault()
        .ForEach(tenants, (policy, tenant) => policy.AllowIngress(Port.Https).From(Namespace(tenant)))
        .When(isPublic, policy => policy.AllowIngress(Port.Https).Because("the shop's front").From(OutsideCluster));

    internal static EmitResult Emit(string[] args) => PolicySet.Of(Build(args, args.Length > 3).InNamespace("edge")).Emit(Engine.Cilium);
}
