using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Verification.Deciding;
using StageSet;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>What the public chart of stageset-controller (metio/helm-charts at ece969c1, rendered and judged) allows, and our policies for the same wish.</summary>
internal static class StageSetChart
{
    /// <summary>Why ours is right where the only difference is that the API server refuses the chart's manifests.</summary>
    public const string ReleaseFails = "Ours. The chart's default deny has priority 2000 and 1000 is the greatest: the API server refuses it, and the release fails.";

    private const string Subject = "stageset-system/controller";
    private const string OpenPort = "Ours. One peer list means the same on four engines; the chart renders its lists for kubernetes alone, and opens the port to everybody elsewhere.";
    private const string NoDeny = "Ours. Accepts without a Deny restrict nothing on ClusterNetworkPolicy: what no rule names is allowed.";
    private const string CutOff = "Ours. Egress that is denied needs DNS, the API server on the port of its endpoints, and its sources, on every engine: the chart drops the list on Cilium and Calico, and its own page says 443.";
    private const string Leak = "Ours. DNS is the resolver, not port 53 of the world, and what is not listed is denied on every engine.";

    public static IReadOnlyList<(string Case, string Wish, StageSetModes Modes)> Cases { get; } =
    [
        ("a-enabled-only", "networkPolicy.enabled", StageSetModes.Webhook | StageSetModes.Gate),
        ("b2-all-ports-from-knobs", "every port, with the `from` lists of the documentation", StageSetModes.Webhook | StageSetModes.Gate | StageSetModes.Mcp),
        ("c-default-deny", "default deny", StageSetModes.Webhook | StageSetModes.Gate | StageSetModes.DefaultDeny),
        ("c2-default-deny-egress", "default deny, egress on", StageSetModes.Webhook | StageSetModes.Gate | StageSetModes.DefaultDeny | StageSetModes.Egress),
        ("d-egress-complete", "the documentation's complete egress", StageSetModes.Webhook | StageSetModes.Gate | StageSetModes.Egress | StageSetModes.ObjectStore | StageSetModes.Tracing),
    ];

    public static IReadOnlyList<ChartRow> Rows { get; } =
    [
        .. Row("Prometheus → metrics 8080", In("monitoring/prometheus", 8080), "AAAA AAAA AAA! AAA! AAAA", NoDeny),
        .. Row("any pod → metrics 8080", In("default/random", 8080), "AAAA DAAA AAA! AAA! AAAA", OpenPort),
        .. Row("any pod → gate 8082", In("default/random", 8082), "AAAA DAAA AAA! AAA! AAAA", OpenPort),
        .. Row("the internet → gate 8082", In("ip:8.8.8.8", 8082), "AAAA DAAA AAA! AAA! AAAA", OpenPort + " ClusterNetworkPolicy cannot see this source; that is a gap that we declare."),
        .. Row("any pod → health 8081", In("default/random", 8081), "AAAA AAAA AAA! AAA! AAAA", "Ours. The kubelet is always let in; nobody else needs the port."),
        .. Row("any pod → 5000, which nothing listens on", In("default/random", 5000), "DDDA DDDA DDD! DDD! DDDA", NoDeny),
        .. Row("controller → resolver 53", Out("kube-system/kube-dns", Traffic.Udp(53)), "AAAA AAAA AAA! AAA! AAAA", NoDeny),
        .. Row("controller → 8.8.8.8:53", Out("ip:8.8.8.8", Traffic.Udp(53)), "AAAA AAAA AAA! DDA! DDAA", Leak),
        .. Row("controller → API server 6443", Out("node:cp-1", Traffic.Tcp(6443)), "AAAA AAAA AAA! DDD! DDDA", CutOff),
        .. Row("controller → source-controller 9090", Out("flux-system/source-controller", Traffic.Tcp(9090)), "AAAA AAAA AAA! DDD! ADDA", CutOff),
        .. Row("controller → object store 443", Out("ip:198.51.100.7", Traffic.Tcp(443)), "AAAA AAAA AAA! DDD! ADDA", CutOff),
        .. Row("any pod → a neighbour, 80", new("default/random", "stageset-system/neighbour", Traffic.Tcp(80)), "AAAA AAAA DAD! DAD! AAAA", "Ours. An empty list on Cilium is no deny: the chart's default deny does nothing there, and is refused on ClusterNetworkPolicy."),
        .. Row("uninstall hook → API server 6443", new("stageset-system/cleanup", "node:cp-1", Traffic.Tcp(6443)), "AAAA AAAA AAA! DDD! DDDA", CutOff),
    ];

    private static IEnumerable<ChartRow> Row(string connection, Probe probe, string letters, string why) =>
        letters.Split(' ').Zip(Cases, (chart, one) => new ChartRow(one.Case, connection, probe, chart, why));

    private static Probe In(string from, ushort port) => new(from, Subject, Traffic.Tcp(port));

    private static Probe Out(string to, Traffic traffic) => new(Subject, to, traffic);
}
