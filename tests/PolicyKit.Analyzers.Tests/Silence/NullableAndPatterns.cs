// Facts that may be missing, taken apart by patterns.
internal sealed record Facts(string? Database, (string Host, int Port)? Queue, IReadOnlyList<string>? Callers);

internal static class FromFacts
{
    internal static Policy Build(Facts facts)
    {
        var policy = Policy.ForPods(("app", "worker")).InNamespace("jobs").DenyIngressByDefault().AllowClusterDns().AllowApiServer();
        if (facts.Database is { Length: > 0 } database) policy = policy.AllowEgress(Port.Tcp(5432)).To(Namespace(database));
        if (facts is { Queue: (var host, var port) }) policy = policy.AllowEgress(Port.Tcp(port)).To(Fqdn(host));
        foreach (var caller in facts.Callers ?? []) policy = policy.AllowIngress(Port.Metrics).From(Namespace(caller));
        return policy;
    }
}
