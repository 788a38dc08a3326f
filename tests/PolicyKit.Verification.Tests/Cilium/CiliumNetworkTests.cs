using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What networks match by address, in every match mode.</summary>
internal sealed class CiliumNetworkTests
{
    [TestCase("0.0.0.0/0", "", "ip:8.8.8.8 ip:203.0.113.10")]
    [TestCase("10.1.0.3/32", "", "")]
    [TestCase("192.168.0.2/32", "", "")]
    [TestCase("192.168.0.0/24", "nodes", "node:n1 node:n2 ops/agent")]
    [TestCase("0.0.0.0/0", "nodes", "ip:8.8.8.8 ip:203.0.113.10")]
    [TestCase("10.1.0.0/16", "pods", "shop/db ops/tool")]
    [TestCase("0.0.0.0/0", "pods", "shop/db ops/tool ip:8.8.8.8 ip:203.0.113.10")]
    [TestCase("0.0.0.0/0", "pods nodes", "shop/db ops/tool ops/agent node:n1 node:n2 ip:8.8.8.8 ip:203.0.113.10")]
    [TestCase("8.8.8.99/24", "", "ip:8.8.8.8")]
    [TestCase("::/0", "", "")]
    public void A_network_matches(string network, string modes, string peers)
    {
        var facts = Newest with { CidrMatchMode = [.. modes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mode => Enum.Parse<CidrMatchMode>(mode, ignoreCase: true))] };
        var judge = JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toCIDR: ['{network}']}}]"), facts);
        string[] ends = ["shop/db", "ops/tool", "ops/agent", "node:n1", "node:n2", "ip:8.8.8.8", "ip:203.0.113.10"];
        string.Join(' ', ends.Where(end => judge.Ask($"shop/web > {end} TCP/80") == "allow").Order(StringComparer.Ordinal))
            .ShouldBe(string.Join(' ', peers.Split(' ').Order(StringComparer.Ordinal)));
    }

    [TestCase("egress: [{toCIDRSet: [{cidr: 0.0.0.0/0, except: [8.8.8.0/24]}]}]", "deny", TestName = "Cilium networks: a hole is not allowed")]
    [TestCase("egress: [{toCIDRSet: [{cidr: 0.0.0.0/0, except: [8.8.8.0/24]}]}, {toCIDR: [8.8.8.8/32]}]", "allow", TestName = "Cilium networks: and may be opened again")]
    [TestCase("egress: [{toEntities: [all]}], egressDeny: [{toCIDRSet: [{cidr: 0.0.0.0/0, except: [8.8.8.0/24]}]}]", "allow", TestName = "Cilium networks: a hole in a deny is not denied")]
    [TestCase("egress: [{toCIDRSet: [{cidr: 8.0.0.0/8, except: [8.0.0.0/8]}]}]", "deny", TestName = "Cilium networks: a hole as large as the network")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupRef: dns}]}]", "allow", TestName = "Cilium networks: a group by name")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupRef: dns, except: [8.8.8.8/32]}]}]", "deny", TestName = "Cilium networks: a hole in a group")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupRef: nobody}]}]", "deny", TestName = "Cilium networks: a group that is not there")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupSelector: {matchLabels: {role: dns}}}]}]", "allow", TestName = "Cilium networks: a group by label")]
    [TestCase("egress: [{toCIDRSet: [{cidrGroupSelector: {matchExpressions: [{key: role, operator: NotIn, values: [dns]}]}}]}]", "deny", TestName = "Cilium networks: another group by label")]
    public void Sets_of_networks_decide_about_8_8_8_8(string spec, string verdict) =>
        JudgeOf(Asked.Together(
            Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, {spec}"),
            Group("dns", "[8.8.8.0/24]"),
            Group("lab", "[198.51.100.0/24]"))).Ask("shop/web > ip:8.8.8.8 TCP/80").ShouldBe(verdict);

    [Test]
    public void A_group_the_agent_refuses_is_empty()
    {
        var reading = Read(Asked.Together(Policy("endpointSelector: {}, egress: [{toCIDRSet: [{cidrGroupRef: dns}]}]"), Group("dns", "[010.0.0.0/8]")));
        reading.Count.ShouldBe(1);
        reading.Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldBe("CiliumCIDRGroup dns: 'spec.externalCIDRs[0]': '010.0.0.0/8' is not a network. The agent refuses the object, and nothing of it is enforced.");
    }
}
