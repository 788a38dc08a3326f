using Jaas;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>The required traffic of JaaS as its documentation says it, written by hand and apart from the policies.</summary>
internal static class JaasTable
{
    private const string Subject = "jaas-system/jaas";
    private const string Replica = "jaas-system/jaas-2";
    private const string Cleanup = "jaas-system/cleanup";
    private const string Neighbour = "jaas-system/neighbour";
    private const string SourceController = "flux-system/source-controller";

    private static readonly string[] Callers =
    [
        "ingress-nginx/controller", "monitoring/prometheus", "agents/agent", "flux-system/kustomize-controller", "flux-system/helm-controller", "flux-system/notification-controller",
        "stageset-system/controller", "default/random", Replica, Neighbour, "node:node-1", "node:cp-1", "ip:8.8.8.8",
    ];

    public static IReadOnlyList<Probe> Probes { get; } =
    [
        .. Probe.Into(Callers, Subject, 8080, 8081, 8082, 8083, 8084, 9443, 5000),
        .. Probe.Into([Subject, "default/random", "flux-system/kustomize-controller"], SourceController, 9090, 8080, 22),
        new(Subject, "kube-system/kube-dns", Traffic.Udp(53)),
        new(Subject, "kube-system/kube-dns", Traffic.Tcp(53)),
        new(Subject, "kube-system/other", Traffic.Udp(53)),
        new(Subject, "node:cp-1", Traffic.Tcp(6443)),
        new(Subject, "minio/minio", Traffic.Tcp(9000)),
        new(Subject, "observability/collector", Traffic.Tcp(4317)),
        new(Subject, "ip:8.8.8.8", Traffic.Tcp(443)),
        new(Subject, "default/random", Traffic.Tcp(80)),
        new(Cleanup, "node:cp-1", Traffic.Tcp(6443)),
        new(Cleanup, "ip:8.8.8.8", Traffic.Tcp(443)),
        new("default/random", Cleanup, Traffic.Tcp(80)),
        new("default/random", Neighbour, Traffic.Tcp(80)),
        new(Neighbour, "ip:8.8.8.8", Traffic.Tcp(443)),
    ];

    public static bool IsAllowed(JaasModes modes, Probe probe) => LeavesIts(modes, probe) && EntersIts(modes, probe);

    private static bool LeavesIts(JaasModes modes, Probe probe)
    {
        var denied = modes.HasFlag(JaasModes.Egress);
        return probe.From switch
        {
            Subject or Replica => !denied || Reaches(modes, probe),
            Cleanup => !denied || (modes.HasFlag(JaasModes.Operator) ? probe.To == "node:cp-1" : !modes.HasFlag(JaasModes.DefaultDeny)),
            Neighbour => !denied || !modes.HasFlag(JaasModes.DefaultDeny),
            _ => true,
        };
    }

    private static bool EntersIts(JaasModes modes, Probe probe) => probe.To switch
    {
        Subject => Admits(modes, probe),
        Cleanup => !modes.HasFlag(JaasModes.DefaultDeny) && !modes.HasFlag(JaasModes.Operator | JaasModes.Egress),
        Neighbour => !modes.HasFlag(JaasModes.DefaultDeny),
        SourceController => !modes.HasFlag(JaasModes.FluxCounterpart) || (probe.From, probe.PortNumber) is (Subject, 9090) or (_, 8080) or ("flux-system/kustomize-controller", _),
        _ => true,
    };

    private static bool Admits(JaasModes modes, Probe probe) => (probe.From, probe.PortNumber) switch
    {
        ("node:node-1", _) => true, // its own node: no engine denies the kubelet
        ("ingress-nginx/controller", 8080) => true,
        (Replica or "stageset-system/controller" or "flux-system/kustomize-controller" or "flux-system/helm-controller", 8082) => modes.HasFlag(JaasModes.Operator),
        ("monitoring/prometheus", 8083) => modes.HasFlag(JaasModes.Operator | JaasModes.Metrics),
        ("agents/agent", 8084) => modes.HasFlag(JaasModes.Operator | JaasModes.Mcp),
        ("node:cp-1", 9443) => modes.HasFlag(JaasModes.Operator | JaasModes.Webhook),
        _ => false,
    };

    private static bool Reaches(JaasModes modes, Probe probe) => (probe.To, probe.PortNumber) switch
    {
        ("kube-system/kube-dns", 53) => true,
        ("node:cp-1", 6443) => modes.HasFlag(JaasModes.Operator),
        (SourceController, 9090) => modes.HasFlag(JaasModes.Operator),
        (Subject, 8082) => modes.HasFlag(JaasModes.Operator),
        ("minio/minio", 9000) => modes.HasFlag(JaasModes.Operator | JaasModes.ObjectStore),
        ("observability/collector", 4317) => modes.HasFlag(JaasModes.Operator | JaasModes.Tracing),
        _ => false,
    };
}
