using GitGuardian;
using PolicyKit.Verification.Deciding;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>The switches of GitGuardian's documentation, one bit each.</summary>
[Flags]
internal enum GitGuardianModes
{
    None = 0,
    DryRun = 1,
    AllowedNamespaces = 2,
    Entrances = 4,
    Egress = 8,
    ExtraPolicies = 16,
}

/// <summary>The required traffic of GitGuardian as its documentation says it, written by hand and apart from the policies.</summary>
internal static class GitGuardianTable
{
    private static readonly string[] Callers = ["ingress-nginx/controller", "monitoring/prometheus", "default/random", "agents/agent", "gitguardian/worker", "node:node-1", "node:cp-1", "ip:8.8.8.8"];

    public static Bundle<GitGuardianModes> All { get; } = Bundle.Over<GitGuardianModes>(modes => GitGuardianPolicies.For(Options(modes)));

    public static IReadOnlyList<Probe> Probes { get; } =
    [
        .. Probe.Into(Callers, "gitguardian/nginx", 80, 443, 22),
        .. Probe.Into(["monitoring/prometheus", "default/random"], "gitguardian/app-exporter", 9808, 80),
        .. Probe.Into(["agents/agent", "default/random"], "gitguardian/hook", 8000, 80),
        new("gitguardian/worker", "kube-system/kube-dns", Traffic.Udp(53)),
        new("gitguardian/worker", "kube-system/other", Traffic.Udp(53)),
        new("gitguardian/worker", "node:cp-1", Traffic.Tcp(6443)),
        new("gitguardian/worker", "ip:8.8.8.8", Traffic.Tcp(443)),
        new("gitguardian/worker", "ip:8.8.8.8", Traffic.Tcp(25)),
        new("gitguardian/worker", "ip:10.0.0.25", Traffic.Tcp(587)),
        new("gitguardian/worker", "ip:10.0.0.25", Traffic.Tcp(443)),
        new("gitguardian/worker", "default/random", Traffic.Tcp(80)),
        new("default/random", "monitoring/prometheus", Traffic.Tcp(9090)),
    ];

    public static GitGuardianOptions Options(GitGuardianModes modes) => new()
    {
        Mode = modes.HasFlag(GitGuardianModes.DryRun) ? RolloutMode.DryRun : RolloutMode.Enforce,
        AllowedNamespaces = modes.HasFlag(GitGuardianModes.AllowedNamespaces) ? ["ingress-nginx", "monitoring"] : [],
        Entrances = modes.HasFlag(GitGuardianModes.Entrances) ? [new(Port.Https, Nodes, "the load balancer comes in through the nodes")] : [],
        Egress = modes.HasFlag(GitGuardianModes.Egress) ? new() : null,
        ExtraPolicies = modes.HasFlag(GitGuardianModes.ExtraPolicies)
            ? [Policy.ForPods(("app.kubernetes.io/name", "hook")).AllowIngress(Port.Tcp(8000)).Because("webhooks of the version control system").From(Namespace("agents"))]
            : [],
    };

    public static bool IsAllowed(GitGuardianModes modes, Probe probe) => modes.HasFlag(GitGuardianModes.DryRun) || (Leaves(modes, probe) && Enters(modes, probe));

    private static bool Leaves(GitGuardianModes modes, Probe probe) => !probe.From.StartsWith("gitguardian/", StringComparison.Ordinal) || !modes.HasFlag(GitGuardianModes.Egress)
        || (probe.To, probe.PortNumber) is ("kube-system/kube-dns", 53) or ("node:cp-1", 6443) or ("ip:8.8.8.8", 443) or ("ip:10.0.0.25", 587) or ("gitguardian/nginx", _);

    private static bool Enters(GitGuardianModes modes, Probe probe) => !probe.To.StartsWith("gitguardian/", StringComparison.Ordinal) || (probe.From, probe.To, probe.PortNumber) switch
    {
        ("gitguardian/worker", _, _) => true,
        ("node:node-1", _, _) => true, // the own node of nginx
        ("node:cp-1", _, 443) => modes.HasFlag(GitGuardianModes.Entrances),
        ("ingress-nginx/controller" or "monitoring/prometheus", _, _) => modes.HasFlag(GitGuardianModes.AllowedNamespaces),
        ("agents/agent", "gitguardian/hook", 8000) => modes.HasFlag(GitGuardianModes.ExtraPolicies),
        _ => false,
    };
}
