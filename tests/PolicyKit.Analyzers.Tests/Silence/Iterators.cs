// Policies one by one, by iterators and local functions that capture what stands around them.
internal sealed class Platform
{
    private readonly string[] _tenants;

    public Platform(params string[] tenants) => _tenants = tenants;

    public IEnumerable<Policy> Policies()
    {
        yield return Policy.ForPods(("app", "registry")).InNamespace("platform").AllowIngress(Port.Tcp(5000)).From(Nodes);
        foreach (var tenant in _tenants)
        {
            var number = 0;
            foreach (var part in Parts()) yield return part.Named($"{tenant}-{++number}").InNamespace(tenant);

            IEnumerable<Policy> Parts()
            {
                yield return Start("proxy").AllowIngress(Port.Https).From(Namespace("gateway"));
                yield return Start("agent").DenyIngressByDefault();
            }

            Policy Start(string app) => Policy.ForPods(("app", app), ("tenant", tenant));
        }
    }

    public PolicySet ToSet() => [.. Policies()];
}

internal static class Program
{
    private static void Main(string[] args)
    {
        if (!TryEmit(new Platform(args), out var emitted)) throw new InvalidOperationException("nothing was emitted");
        Console.WriteLine(emitted.ToYaml());
    }

    private static bool TryEmit(Platform platform, out EmitResult emitted)
    {
        emitted = platform.ToSet().Emit(Engine.Kubernetes);
        return emitted.Diagnostics.Count == 0;
    }
}
