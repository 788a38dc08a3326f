using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What changes from one version of Cilium to the next: what the API server drops or refuses, and what the agent takes.</summary>
internal sealed class CiliumVersionTests
{
    private const string Stored = "stored";
    private const string Dropped = "dropped";
    private const string Refused = "refused";
    private const string Inert = "inert";

    [TestCase("ingress: [{toPorts: [{ports: [{port: '80', endPort: 90}]}]}]", 15, Dropped, 16, Stored, TestName = "Cilium versions: ranges")]
    [TestCase("ingress: [{fromEntities: [none]}], enableDefaultDeny: {ingress: false}", 15, Dropped, 16, Stored, TestName = "Cilium versions: enableDefaultDeny")]
    [TestCase("ingress: [{fromNodes: []}]", 15, Dropped, 16, Stored, TestName = "Cilium versions: nodes")]
    [TestCase("ingress: [{icmps: [{fields: [{type: EchoRequest}]}]}]", 15, Refused, 16, Stored, TestName = "Cilium versions: names of ICMP types")]
    [TestCase("egress: [{toFQDNs: [{matchName: a.b, matchPattern: a.b}]}]", 15, Inert, 16, Refused, TestName = "Cilium versions: a name and a pattern")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupSelector: {}}]}]", 16, Refused, 17, Stored, TestName = "Cilium versions: groups by label")]
    [TestCase("ingress: []", 16, Stored, 17, Inert, TestName = "Cilium versions: an empty list of rules")]
    [TestCase("description: none", 16, Stored, 17, Refused, TestName = "Cilium versions: no list of rules")]
    [TestCase("egress: [{toServices: [{k8sService: {serviceName: a, namespace: b}}], toPorts: [{ports: [{port: '80'}]}]}]", 16, Inert, 17, Stored, TestName = "Cilium versions: Services with ports")]
    [TestCase("ingress: [{fromEntities: [none]}], log: {value: a}", 17, Dropped, 18, Stored, TestName = "Cilium versions: log")]
    [TestCase("ingress: [{toPorts: [{ports: [{protocol: TCP}]}]}]", 18, Refused, 19, Inert, TestName = "Cilium versions: a protocol without a port")]
    [TestCase("ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {kafka: [{topic: a}]}}]}]", 19, Stored, 20, Refused, TestName = "Cilium versions: Kafka")]
    [TestCase("egress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], serverNames: [a.*.b]}]}]", 19, Refused, 20, Stored, TestName = "Cilium versions: stars inside names of servers")]
    public void A_version_changes(string spec, int before, string old, int since, string now)
    {
        OutcomeOf(spec, before).ShouldBe(old);
        OutcomeOf(spec, since).ShouldBe(now);
    }

    [Test]
    public void Where_enableDefaultDeny_is_dropped_a_dry_run_denies()
    {
        var policy = Policy("endpointSelector: {}, ingress: [{fromEntities: [none]}], enableDefaultDeny: {ingress: false}");
        Ask(policy, 15).ShouldBe("deny");
        Ask(policy, 16).ShouldBe("allow");
    }

    [Test]
    public void Where_the_agent_does_not_honour_it_a_dry_run_denies_too() =>
        JudgeOf(Policy("endpointSelector: {}, ingress: [{fromEntities: [none]}], enableDefaultDeny: {ingress: false}"), Newest with { NonDefaultDeny = false })
            .Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");

    [Test]
    public void Where_the_range_is_dropped_only_its_first_port_is_open()
    {
        var policy = Policy("endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '70', endPort: 90}]}]}]");
        Ask(policy, 15).ShouldBe("deny");
        Ask(policy, 16).ShouldBe("allow");
    }

    [TestCase(18, ReadConsequence.NotModelled)]
    [TestCase(19, ReadConsequence.RejectedByApiServer)]
    public void Requirements_were_beyond_the_judge_and_are_gone(int minor, ReadConsequence consequence) =>
        Read(Policy("endpointSelector: {}, ingress: [{fromRequires: [{matchLabels: {a: b}}]}]"), At(minor)).Findings.First().Consequence.ShouldBe(consequence);

    [TestCase(16, "deny")]
    [TestCase(17, "allow")]
    public void Services_with_a_selector_are_found_since_1_17(int minor, string verdict) =>
        JudgeOf(Policy("endpointSelector: {matchLabels: {app: web}}, egress: [{toServices: [{k8sService: {serviceName: tool, namespace: ops}}]}]"), At(minor))
            .Ask("shop/web > ops/tool TCP/80").ShouldBe(verdict);

    [TestCase(17, ReadConsequence.NotModelled)]
    [TestCase(18, ReadConsequence.IgnoredByAgent)]
    public void A_host_policy_among_the_specs_of_a_namespace_was_taken(int minor, ReadConsequence consequence) =>
        Read("""
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: p, namespace: shop}
            specs: [{nodeSelector: {}, ingress: [{fromEntities: [none]}]}]
            """, At(minor)).Findings.ShouldHaveSingleItem().Consequence.ShouldBe(consequence);

    private static CiliumFacts At(int minor) => Newest with { Version = new(1, minor) };

    private static string Ask(string policy, int minor) => Judge.Of(Read(policy, At(minor)), Cluster, Profile(At(minor))).Ask("ops/tool > shop/web TCP/80");

    private static string OutcomeOf(string spec, int minor)
    {
        var reading = Read(Policy("endpointSelector: {}, " + spec), At(minor));
        return reading.IsRejected ? Refused : reading.Count == 0 ? Inert : reading.Findings.Any(finding => finding.Consequence == ReadConsequence.Pruned) ? Dropped : Stored;
    }
}
