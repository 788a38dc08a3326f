// Local functions that see the variables around them.
var name = args.FirstOrDefault() ?? "web";
var isPlain = args.Contains("plain");

return PolicySet.Of(Build(), Database()).InNamespace("shop").Emit(Engine.Cilium).Print();

Policy Build()
{
    var policy = Policy.ForPods(("app", name)).Named("front").AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db")));
    return isPlain ? policy.AllowClusterDns().NeedsNoApiServer("a plain page") : policy.AllowClusterDns().AllowApiServer();
}

Policy Database() => Policy.ForPods(("app", "db")).AllowIngress(Port.Tcp(5432)).From(Pods(("app", name)));
