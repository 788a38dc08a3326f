// Each module of a product contributes its policies; the host collects them.
using System;

var services = new Registry();
services.Add<IPolicySource>(() => new CatalogPolicies(new Options { Database = "198.51.100.7/32" }));
services.Add<IPolicySource>(() => new CheckoutPolicies());

foreach (var source in services.All<IPolicySource>())
{
    var emitted = source.Policies.InNamespace(source.Namespace).Emit(Engine.Cilium);
    foreach (var diagnostic in emitted.Diagnostics) Console.Error.WriteLine($"{DateTime.UtcNow:O} {diagnostic}");
    emitted.Print();
}

public interface IPolicySource
{
    string Namespace { get; }

    PolicySet Policies { get; }
}

internal sealed class CatalogPolicies(Options options) : IPolicySource
{
    public string Namespace => "catalog";

    public PolicySet Policies =>
    [
        Policy.ForPods(("app", "catalog"))
            .AllowIngress(Port.Tcp(8080)).From(Namespaces("checkout", "gateway"))
            .AllowEgress(Port.Tcp(5432)).To(Cidr(options.Database))
            .AllowApiServer()
            .AllowClusterDns(),
    ];
}

internal sealed class CheckoutPolicies : IPolicySource
{
    public string Namespace => "checkout";

    public PolicySet Policies { get; } = PolicySet.Of(
        Policy.ForPods(("app", "checkout"))
            .AllowIngress(Port.Tcp(8080)).From(Dsl.Namespace("gateway"))
            .AllowEgress(Port.Https).To(Fqdn("api.payments.example.com"))
            .NeedsNoApiServer("it calls the payment provider only"));
}

internal sealed record Options
{
    public required string Database { get; init; }
}

internal sealed class Registry
{
    private readonly List<Delegate> _factories = [];

    public void Add<T>(Func<T> factory) => _factories.Add(factory);

    public IEnumerable<T> All<T>() => _factories.OfType<Func<T>>().Select(factory => factory());
}
