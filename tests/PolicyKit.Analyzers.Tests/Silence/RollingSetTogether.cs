// The set grows statement by statement; the last one has what the others lack.
PolicySet policies = [];
foreach (var name in args)
{
    policies = [.. policies, Policy.ForPods(("app", name)).Named(name).AllowEgress(Port.Tcp(5432)).To(Namespace("data"))];
}

policies = [.. policies, Policy.ForAllPods().Named("platform").AllowClusterDns().AllowApiServer()];
return policies.InNamespace("shop").WithDefaultDeny(Directions.Both).Emit(Engine.Cilium).Print();
