// A catalogue over any kind of application.
public interface IApplication
{
    static abstract string Team { get; }

    string Name { get; }

    IReadOnlyList<Port> Ports { get; }
}

public sealed class Catalogue<TApplication>
    where TApplication : IApplication
{
    private readonly Dictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    public Catalogue<TApplication> Add(TApplication application, params Peer[] callers)
    {
        var policy = Policy.ForPods(("app", application.Name), ("team", TApplication.Team)).Named(application.Name);
        _policies[application.Name] = callers.Length == 0 ? policy.DenyIngressByDefault() : policy.AllowIngress(application.Ports).From(callers);
        return this;
    }

    public TResult Fold<TResult>(TResult seed, Func<TResult, Policy, TResult> next) => _policies.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value).Aggregate(seed, next);

    public PolicySet ToSet() => [.. _policies.Values];
}

public sealed record Service(string Name) : IApplication
{
    public static string Team => "edge";

    public IReadOnlyList<Port> Ports { get; init; } = [Port.Https, Port.Metrics];
}

internal static class Program
{
    private static int Main()
    {
        var catalogue = new Catalogue<Service>().Add(new("gateway"), Nodes, OutsideCluster).Add(new("console") { Ports = [Port.Tcp(8443)] }, Namespace("office"));
        return catalogue.ToSet().InNamespace("edge").Emit(Engine.Kubernetes).Print();
    }
}
