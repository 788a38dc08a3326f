// The team that runs the platform owns its namespace, and says so.
return PolicySet.Of(
        Namespace("flux-system").Owned(),
        Policy.ForPods(("app", "source-controller")).InNamespace("flux-system").AllowIngress(Port.Tcp(9090)).From(SameNamespace).AllowClusterDns().AllowApiServer(),
        Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Https).From(Namespace("edge")),
        Policy.ForPods(("app", "cart")).InNamespace("shop").AllowIngress(Port.Https).From(Namespace("edge")))
    .WithDefaultDeny("flux-system", Directions.Ingress)
    .Emit(Engine.Cilium)
    .Print();
