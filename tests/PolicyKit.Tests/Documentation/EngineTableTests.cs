using PolicyKit.Tests.Shared;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Documentation;

/// <summary>The README's table of engines and features is made from what the engines really do, so that it cannot lie.</summary>
public sealed class EngineTableTests
{
    private const string Begin = "<!-- engines: made by EngineTableTests, POLICYKIT_APPROVE=1 writes it anew -->\n";
    private const string End = "<!-- engines end -->\n";

    private static readonly (string Feature, PolicySet Set)[] Features =
    [
        ("pods and namespaces, both directions", Both(Namespace("a").Pods(("app", "x")))),
        ("selectors with `NotIn`, `DoesNotExist`", Both(Pods(Key("tier").NotIn("x").And(Key("y").DoesNotExist())))),
        ("`Anywhere`", Both(Anywhere)),
        ("ingress from `Cidr` outside the cluster", In(Cidr("198.51.100.0/24"))),
        ("ingress from `Cidr` that holds pods", In(Cidr("10.244.0.0/16"))),
        ("egress to `Cidr`, with exceptions", Out(Cidr("198.51.100.0/24").Except("198.51.100.0/25"))),
        ("egress to `Internet`", Out(Internet)),
        ("egress to `OutsideCluster`", Out(OutsideCluster)),
        ("ingress from `Nodes`", In(Nodes)),
        ("egress to `Nodes`", Out(Nodes)),
        ("egress to `ApiServer`", [Web.AllowApiServer()]),
        ("ingress from `ApiServer` (webhooks)", In(ApiServer)),
        ("`FromKubelet()`", [Web.AllowIngress(Port.Probe).FromKubelet()]),
        ("egress to `ClusterDns`", [Web.AllowClusterDns()]),
        ("egress to `Fqdn(\"a.example.com\")`", Out(Fqdn("a.example.com"))),
        ("egress to `Fqdn(\"*.example.com\")`", Out(Fqdn("*.example.com"))),
        ("port ranges", [Web.AllowIngress(Port.TcpRange(1, 9)).From(Namespace("a"))]),
        ("named ports, ingress", [Web.AllowIngress(Port.Metrics).From(Namespace("a"))]),
        ("named ports, egress to pods", [Web.AllowEgress(Port.Metrics).To(Namespace("a"))]),
        ("named ports, egress to addresses", [Web.AllowEgress(Port.Metrics).To(Nodes)]),
        ("SCTP", [Web.AllowIngress(Port.Sctp(9)).From(Namespace("a"))]),
        ("every port, ICMP included (`Port.Any`)", [Web.AllowIngress(Port.Any).From(Namespace("a"))]),
        ("default deny", PolicySet.Of(Web.AllowIngress(Port.Https).From(Namespace("a"))).WithDefaultDeny(Directions.Both)),
        ("dry run", PolicySet.Of(Web.AllowIngress(Port.Https).From(Namespace("a"))).InMode(RolloutMode.DryRun)),
    ];

    [Test]
    public void The_table_of_the_README_is_what_the_engines_do()
    {
        var file = Repository.File("README.md");
        var readme = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        var table = Table();

        if (Environment.GetEnvironmentVariable("POLICYKIT_APPROVE") == "1") File.WriteAllText(file, readme[..from] + table + readme[to..]);
        else readme[from..to].ShouldBe(table);
    }

    private static string Table()
    {
        var lines = new List<string>
        {
            $"| | {string.Join(" | ", Engine.All)} |",
            $"|---{string.Concat(Engine.All.Select(_ => "|---"))}|",
        };
        lines.AddRange(Features.Select(feature => $"| {feature.Feature} | {string.Join(" | ", Engine.All.Select(engine => Cell(feature.Set, engine)))} |"));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Cell(PolicySet set, Engine engine)
    {
        var emitted = set.Emit(engine, Known with { Engine = EnforcerOf(engine), ClusterNetworkPolicy = new() { Placement = Placement.Union } });
        if (!emitted.Succeeded) return $"refused, {string.Join(", ", emitted.Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => one.Id).Distinct())}";
        var gaps = emitted.Gaps.Select(gap => gap.Id.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return gaps.Count == 0 ? "yes" : $"gap {string.Join(", ", gaps)}";
    }

    // Each engine in a cluster that enforces it.
    private static Enforcer EnforcerOf(Engine engine) => engine.Name switch
    {
        "cilium" => Enforcer.Cilium,
        "clusterNetworkPolicy" => Enforcer.KubeNetworkPolicies,
        _ => Enforcer.Calico,
    };

    private static PolicySet Both(Peer peer) => [Web.AllowIngress(Port.Https).From(peer).AllowEgress(Port.Https).To(peer)];

    private static PolicySet In(Peer peer) => [Web.AllowIngress(Port.Https).From(peer)];

    private static PolicySet Out(EgressPeer peer) => [Web.AllowEgress(Port.Https).To(peer)];
}
