using PolicyKit.Verification.Deciding;
using StageSet;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>The required traffic of stageset-controller as its documentation says it, written by hand and apart from the policies.</summary>
internal static class StageSetTable
{
    private const string Subject = "stageset-system/controller";
    private const string Neighbour = "stageset-system/neighbour";

    private static readonly string[] Callers =
    [
        "monitoring/prometheus", "flagger-system/flagger", "agents/agent", "flux-system/kustomize-controller", "default/random", Neighbour, "node:node-1", "node:cp-1", "ip:8.8.8.8",
    ];

    public static IReadOnlyList<Probe> Probes { get; } =
    [
        .. Probe.Into(Callers, Subject, 8080, 8081, 8082, 8084, 9443, 5000),
        .. new[] { Subject, "stageset-system/cleanup" }.SelectMany(Outbound),
        new("default/random", Neighbour, Traffic.Tcp(80)),
        new(Neighbour, "ip:8.8.8.8", Traffic.Tcp(443)),
    ];

    public static bool IsAllowed(StageSetModes modes, Probe probe) => (probe.From, probe.To) switch
    {
        (_, Subject) => IsAllowedIn(modes, probe),
        (_, Neighbour) => !modes.HasFlag(StageSetModes.DefaultDeny),
        (Neighbour, _) => !modes.HasFlag(StageSetModes.DefaultDeny | StageSetModes.Egress),
        _ => !modes.HasFlag(StageSetModes.Egress) || IsAllowedOut(modes, probe),
    };

    private static IEnumerable<Probe> Outbound(string source) =>
    [
        new(source, "kube-system/kube-dns", Traffic.Udp(53)),
        new(source, "kube-system/kube-dns", Traffic.Tcp(53)),
        new(source, "kube-system/kube-dns", Traffic.Tcp(9153)),
        new(source, "kube-system/other", Traffic.Udp(53)),
        new(source, "ip:8.8.8.8", Traffic.Udp(53)),
        new(source, "node:cp-1", Traffic.Tcp(6443)),
        new(source, "node:cp-1", Traffic.Tcp(22)),
        new(source, "flux-system/source-controller", Traffic.Tcp(9090)),
        new(source, "flux-system/source-controller", Traffic.Tcp(8080)),
        new(source, "jaas-system/jaas", Traffic.Tcp(8082)),
        new(source, "jaas-system/jaas", Traffic.Tcp(8080)),
        new(source, "ip:192.0.2.10", Traffic.Tcp(6443)),
        new(source, "ip:198.51.100.7", Traffic.Tcp(443)),
        new(source, "ip:203.0.113.10", Traffic.Tcp(4317)),
        new(source, "ip:203.0.113.70", Traffic.Tcp(443)),
        new(source, "ip:8.8.8.8", Traffic.Tcp(443)),
        new(source, "default/random", Traffic.Tcp(80)),
    ];

    private static bool IsAllowedIn(StageSetModes modes, Probe probe) => (probe.From, probe.PortNumber) switch
    {
        ("node:node-1", _) => true, // its own node: no engine denies the kubelet
        ("monitoring/prometheus", 8080) => true,
        ("flagger-system/flagger", 8082) => modes.HasFlag(StageSetModes.Gate),
        ("agents/agent", 8084) => modes.HasFlag(StageSetModes.Mcp),
        ("node:cp-1", 9443) => modes.HasFlag(StageSetModes.Webhook),
        _ => false,
    };

    private static bool IsAllowedOut(StageSetModes modes, Probe probe) => (probe.To, probe.PortNumber) switch
    {
        ("kube-system/kube-dns", 53) => true,
        ("node:cp-1", 6443) => true,
        ("flux-system/source-controller", 9090) => true,
        ("jaas-system/jaas", 8082) => true,
        ("ip:192.0.2.10", 6443) => modes.HasFlag(StageSetModes.RemoteClusters),
        ("ip:198.51.100.7", 443) => modes.HasFlag(StageSetModes.ObjectStore),
        ("ip:203.0.113.10", 4317) => modes.HasFlag(StageSetModes.Tracing),
        ("ip:203.0.113.70", 443) => modes.HasFlag(StageSetModes.HttpTargets),
        _ => false,
    };
}
