using GitGuardian;
using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Tests.Shared;
using PolicyKit.Verification.Deciding;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>The pages of JaaS and GitGuardian: the charts' letters are those of the study of them, ours are computed here.</summary>
public sealed class OtherChartPagesTests
{
    private const JaasModes Denied = JaasModes.Operator | JaasModes.DefaultDeny | JaasModes.Egress;

    private static readonly (string Connection, JaasModes Modes, Probe Probe, string Chart, string Why)[] JaasRows =
    [
        ("renderer: any pod → management 8081", JaasModes.None, To("default/random", "jaas-system/jaas", 8081), "AAAA", "Ours. The kubelet is always let in; nobody else needs the port."),
        ("operator: any pod → storage 8082", JaasModes.Operator, To("default/random", "jaas-system/jaas", 8082), "DAAA", "Ours. Switching the engine drops the only list that the chart restricts by default."),
        ("operator, `storage.from` empty: kustomize-controller → storage 8082", JaasModes.Operator, To("flux-system/kustomize-controller", "jaas-system/jaas", 8082), "DAAA", "Ours. The page says that an empty list opens the port; since the chart's rule for JaaS itself it closes it, on one engine. Here a list says who, and cannot be empty."),
        ("operator: JaaS → its own storage 8082", JaasModes.Operator, To("jaas-system/jaas-2", "jaas-system/jaas", 8082), "AAAA", ""),
        ("default deny with egress: cleanup Job → API server 6443", Denied, To("jaas-system/cleanup", "node:cp-1", 6443), "DAD!", "Ours. The Job is in no list of the chart: the default deny holds it back, and the uninstall with it."),
    ];

    private static readonly GitGuardianOptions Options = new()
    {
        Mode = RolloutMode.Enforce,
        AllowedNamespaces = ["ingress-nginx", "monitoring"],
        Entrances = [new(Port.Https, Nodes, "the load balancer comes in through the nodes")],
    };

    private static readonly (string Connection, bool WithMail, Probe Probe, string Chart, string Why)[] GitGuardianRows =
    [
        ("ingress-nginx → nginx 80", false, To("ingress-nginx/controller", "gitguardian/nginx", 80), "A A", ""),
        ("Prometheus → app-exporter 9808", false, To("monitoring/prometheus", "gitguardian/app-exporter", 9808), "A A", ""),
        ("any pod → nginx 80", false, To("default/random", "gitguardian/nginx", 80), "D A", ""),
        ("worker → nginx 80", false, To("gitguardian/worker", "gitguardian/nginx", 80), "A A", ""),
        ("worker → the internet 443", false, To("gitguardian/worker", "ip:8.8.8.8", 443), "A A", ""),
        ("the kubelet → nginx 80", false, To("node:node-1", "gitguardian/nginx", 80), "A A", ""),
        ("a load balancer, through a node → nginx 443", false, To("node:cp-1", "gitguardian/nginx", 443), "D A", "Ours. A node has no namespace that a list could name; `Entrances` names the nodes."),
        ("with the mail example: worker → the internet 443", true, To("gitguardian/worker", "ip:8.8.8.8", 443), "D D", "Ours. The example restricts every pod to one network on one port, and does so in the rehearsal too."),
        ("with the mail example: worker → resolver 53", true, new("gitguardian/worker", "kube-system/kube-dns", Traffic.Udp(53)), "D D", "Ours. Without DNS nothing is reached by name."),
        ("with the mail example: worker → relay 587", true, To("gitguardian/worker", "ip:10.0.0.25", 587), "A A", ""),
    ];

    [Test]
    public void Jaas() => MarkedSection.ShouldBe(
        Repository.File("examples", "Jaas", "CHART.md"),
        "flows",
        "| connection | chart | ours | who is right |\n| --- | --- | --- | --- |\n" + string.Concat(
            from row in JaasRows
            let ours = Verdicts.OnEveryEngine(JaasBundle.All.In(row.Modes), row.Probe)
            select Line(row.Connection, row.Chart, ours, row.Why)));

    [Test]
    public void GitGuardian() => MarkedSection.ShouldBe(
        Repository.File("examples", "GitGuardian", "CHART.md"),
        "flows",
        "| connection | chart: enforce, dryrun | ours | who is right |\n| --- | --- | --- | --- |\n" + string.Concat(
            from row in GitGuardianRows
            let options = row.WithMail ? Options with { Egress = new() } : Options
            let ours = $"{Letter(options, row.Probe)} {Letter(options with { Mode = RolloutMode.DryRun }, row.Probe)}"
            select Line(row.Connection, row.Chart, ours, row.Why)));

    private static string Line(string connection, string chart, string ours, string why) => $"| {connection} | {chart} | {ours} | {(chart == ours ? "the same" : why)} |\n";

    private static char Letter(GitGuardianOptions options, Probe probe) => Verdicts.On(GitGuardianPolicies.For(options), Engine.Kubernetes, probe);

    private static Probe To(string from, string to, ushort port) => new(from, to, Traffic.Tcp(port));
}
