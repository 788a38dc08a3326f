using System.Globalization;
using static PolicyKit.Dsl;

namespace PolicyKit.Benchmarks;

/// <summary>10,000 policies of ten rules each, as a large platform would emit them in one go: a hundred namespaces of a hundred workloads.</summary>
internal static class ManyPolicies
{
    public const int Count = 10_000;
    private const int PerNamespace = 100;

    public static ClusterProfile Profile { get; } = new()
    {
        Engine = Enforcer.Calico,
        ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], Ports = [6443], OnNodes = false },
    };

    public static PolicySet Create() => [.. Enumerable.Range(0, Count).Select(Policy)];

    private static Policy Policy(int number)
    {
        var text = number.ToString("D5", CultureInfo.InvariantCulture);
        var octets = FormattableString.Invariant($"{number / 250 % 250}.{number % 250}");
        return PolicyKit.Policy.ForPods(("app.kubernetes.io/name", $"app-{text}"), ("app.kubernetes.io/part-of", "platform"))
            .Named($"app-{text}")
            .InNamespace(FormattableString.Invariant($"team-{number / PerNamespace}"))
            .WithLabels(("app.kubernetes.io/managed-by", "policykit"))
            .AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))
            .AllowIngress(Port.Metrics).From(Namespace("monitoring").Pods(("app.kubernetes.io/name", "prometheus")))
            .AllowIngress(Port.Tcp(9090)).From(Pods(("app.kubernetes.io/name", $"peer-{text}")), Self)
            .AllowIngress(Port.Tcp(9443)).From(Cidr($"203.0.113.{number % 250}/32"))
            .AllowIngress(Port.TcpRange(30000, 30010)).From(Namespaces(("team", "edge")))
            .AllowEgress(Port.Https).To(Cidr($"100.{octets}.0/24"))
            .AllowEgress(Port.Tcp(5432)).To(Namespace("databases").Pods(("app.kubernetes.io/name", $"db-{text}")))
            .AllowEgress(Port.OtlpGrpc, Port.OtlpHttp).To(Namespace("telemetry"))
            .AllowClusterDns()
            .AllowApiServer();
    }
}
