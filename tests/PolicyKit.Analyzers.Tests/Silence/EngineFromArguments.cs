// The engine is chosen when the program runs, so nobody knows yet what it cannot say.
var engine = args.Length > 0 ? Engine.All.First(one => one.Name == args[0]) : Engine.Cilium;
var profile = args.Length > 1 ? ClusterProfile.Load(args[1]) : ClusterProfile.Unknown;
return PolicySet.Of(
        Policy.ForPods(("app", "web")).InNamespace("shop").WithOrder(500)
            .AllowIngress(Port.Https).From(Cidr("203.0.113.0/24"))
            .AllowEgress(Port.Https).To(Fqdn("api.example.com"))
            .AllowApiServer())
    .Emit(engine, profile)
    .Print();
