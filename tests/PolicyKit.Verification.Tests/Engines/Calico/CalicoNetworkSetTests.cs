using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Selectors find network sets as they find pods: the way by which addresses from outside come into rules about pods.</summary>
internal sealed class CalicoNetworkSetTests
{
    private static readonly string Local = NetworkSet("role: partner", "8.8.8.8, 9.9.9.0/24");
    private static readonly string Worldwide = GlobalNetworkSet("role: partner", "8.8.8.0/24");

    [TestCase("selector: role == 'partner'", "ip:8.8.8.8", "allow", TestName = "A selector finds a set of the own namespace")]
    [TestCase("selector: role == 'partner'", "ip:9.9.9.9", "allow", TestName = "with addresses and networks")]
    [TestCase("selector: role == 'partner'", "ip:8.8.8.9", "deny", TestName = "and only those")]
    [TestCase("selector: all()", "ip:8.8.8.8", "allow", TestName = "all() finds every set of the namespace")]
    [TestCase("selector: all()", "shop/bot", "allow", TestName = "beside the pods")]
    [TestCase("selector: \"projectcalico.org/orchestrator == 'k8s'\"", "ip:8.8.8.8", "deny", TestName = "What only pods have keeps sets out")]
    [TestCase("namespaceSelector: all()", "ip:8.8.8.8", "allow", TestName = "A namespace selector finds the sets of the namespaces")]
    [TestCase("namespaceSelector: team == 'shop'", "ip:8.8.8.8", "allow", TestName = "by the labels of the namespace")]
    [TestCase("namespaceSelector: projectcalico.org/name == 'shop'", "ip:8.8.8.8", "allow", TestName = "and by its name")]
    [TestCase("namespaceSelector: team == 'ops'", "ip:8.8.8.8", "deny", TestName = "and not those of others")]
    [TestCase("namespaceSelector: global()", "ip:8.8.8.8", "deny", TestName = "A set of a namespace is not global")]
    [TestCase("notSelector: role == 'partner'", "ip:8.8.8.8", "deny", TestName = "notSelector leaves sets out")]
    public void A_set_of_the_namespace_is_found(string source, string from, string verdict) =>
        JudgeOf(Local, Policy($"types: [Ingress], ingress: [{{action: Allow, source: {{{source}}}}}]")).Ask($"{from} > shop/db TCP/80").ShouldBe(verdict);

    [TestCase("selector: role == 'partner'", "deny", TestName = "A global set is in no namespace")]
    [TestCase("selector: \"role == 'partner'\", namespaceSelector: all()", "deny", TestName = "so not in any either")]
    [TestCase("selector: \"role == 'partner'\", namespaceSelector: global()", "allow", TestName = "but in global()")]
    [TestCase("namespaceSelector: '!all()'", "allow", TestName = "which is the same as not all()")]
    [TestCase("namespaceSelector: team != 'ops'", "allow", TestName = "A negative namespace selector lets global sets in")]
    [TestCase("selector: \"projectcalico.org/orchestrator == 'k8s'\", namespaceSelector: team != 'ops'", "deny", TestName = "unless the selector wants pods")]
    public void A_global_set_is_found(string source, string verdict) =>
        JudgeOf(Worldwide, Policy($"types: [Ingress], ingress: [{{action: Allow, source: {{{source}}}}}]")).Ask("ip:8.8.8.8 > shop/db TCP/80").ShouldBe(verdict);

    [TestCase("selector: role == 'partner'", "ip:8.8.8.8", "allow")]
    [TestCase("notSelector: role == 'partner'", "ip:8.8.8.8", "deny")]
    [TestCase("notSelector: role == 'partner'", "ip:9.9.9.9", "allow")]
    public void A_global_policy_finds_global_sets(string source, string from, string verdict) =>
        JudgeOf(Worldwide, Global($"types: [Ingress], ingress: [{{action: Allow, source: {{{source}}}}}]")).Ask($"{from} > shop/db TCP/80").ShouldBe(verdict);

    [Test]
    public void A_pod_whose_address_is_in_a_set_is_found_through_it() =>
        JudgeOf(NetworkSet("role: partner", "10.1.0.3/32"), Policy("types: [Ingress], ingress: [{action: Allow, source: {selector: role == 'partner'}}]"))
            .Ask("ops/tool > shop/db TCP/80").ShouldBe("allow");

    // shop/db declares http as 9000; its address is in the set, its labels are not.
    [TestCase("ports: [http]", "TCP/9000", "deny", TestName = "A port name does not count through a set")]
    [TestCase("ports: [9000]", "TCP/9000", "allow", TestName = "a number does")]
    [TestCase("ports: [http, 80]", "TCP/80", "allow", TestName = "also beside a name")]
    [TestCase("ports: [http, 80]", "TCP/9000", "deny", TestName = "which still does not")]
    public void Names_of_ports_are_declared_by_pods_that_hold_the_selector(string ports, string traffic, string verdict) =>
        JudgeOf(
            NetworkSet("role: partner", "10.1.0.2/32", "ops"),
            Policy($"types: [Egress], egress: [{{action: Allow, protocol: TCP, destination: {{selector: role == 'partner', {ports}}}}}]", @namespace: "ops"))
        .Ask($"ops/tool > shop/db {traffic}").ShouldBe(verdict);

    [Test]
    public void A_set_never_makes_a_subject() =>
        JudgeOf(GlobalNetworkSet("app: other", "10.1.0.0/16"), Global("selector: app == 'other', types: [Ingress]")).Ask("ops/tool > shop/db TCP/80").ShouldBe("allow");
}
