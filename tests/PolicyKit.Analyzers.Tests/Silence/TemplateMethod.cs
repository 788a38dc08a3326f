// A base class that leaves the rules to those that derive from it.
public abstract class Template
{
    protected abstract string Name { get; }

    protected virtual string Namespace => "default-apps";

    public Policy Create()
    {
        var policy = Rules(Policy.ForPods(("app", Name)).Named(Name).InNamespace(Namespace));
        return NeedsEgress ? Egress(policy) : policy;
    }

    protected virtual bool NeedsEgress => true;

    protected abstract Policy Rules(Policy policy);

    protected virtual Policy Egress(Policy policy) => policy.AllowEgress(Port.Https).To(Cidr("203.0.113.0/24"));
}

public sealed class Frontend : Template
{
    protected override string Name => "frontend";

    protected override bool NeedsEgress => false;

    protected override Policy Rules(Policy policy) => policy.AllowIngress(Port.Https).From(Dsl.Namespace("gateway"), Self);
}

public class Backend : Template
{
    protected override string Name => "backend";

    protected override Policy Rules(Policy policy) => policy.AllowIngress(Port.Tcp(8080)).From(Pods(("app", "frontend")));

    protected override Policy Egress(Policy policy) => policy.AllowEgress(Port.Tcp(5432)).To(Cidr("198.51.100.0/28")).AllowApiServer().AllowClusterDns();
}

internal static class All
{
    public static EmitResult Emit(IEnumerable<Template> templates) => PolicySet.Create([.. templates.Select(one => one.Create())]).Emit(Engine.Calico);
}
