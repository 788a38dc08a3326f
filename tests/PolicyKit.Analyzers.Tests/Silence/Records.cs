// Services as records; each knows its policy.
var shop = new Environment("shop", [new Api("orders", 8080) { Callers = ["web"] }, new Worker("mailer", "smtp.example.com"), new Api("web", 8443)]);
return shop.ToSet().Emit(Engine.Cilium).Print();

internal sealed record Environment(string Namespace, IReadOnlyList<Service> Services)
{
    public PolicySet ToSet() => [.. Services.Select(one => one.Policy.InNamespace(Namespace))];
}

internal abstract record Service(string Name)
{
    public abstract Policy Policy { get; }

    protected Policy Start => Policy.ForPods(("app", Name)).Named(Name);
}

internal sealed record Api(string Name, int Number) : Service(Name)
{
    public IReadOnlyList<string> Callers { get; init; } = ["gateway"];

    public override Policy Policy => Start.AllowIngress(Port.Tcp(Number)).From(Callers.Select(caller => Pods(("app", caller)))).AllowApiServer().AllowClusterDns();
}

internal sealed record Worker(string Name, string Host) : Service(Name)
{
    public override Policy Policy => Start.DenyIngressByDefault().AllowEgress(Port.Tcp(587)).To(Fqdn(Host)).NeedsNoApiServer("it sends mail");
}
