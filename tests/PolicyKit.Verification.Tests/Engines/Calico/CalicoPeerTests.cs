using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Whom the source or destination of a rule means, and whom a policy selects.</summary>
internal sealed class CalicoPeerTests
{
    [TestCase("", "ops/tool", "allow", TestName = "A rule without a source is about everybody")]
    [TestCase("source: {}", "ip:8.8.8.8", "allow", TestName = "and so is an empty source")]
    [TestCase("source: {selector: app == 'web'}", "shop/web", "allow", TestName = "A selector means pods")]
    [TestCase("source: {selector: app == 'web'}", "ops/web", "deny", TestName = "of the policy's own namespace")]
    [TestCase("source: {selector: app == 'web'}", "shop/bot", "deny", TestName = "with the labels")]
    [TestCase("source: {selector: \"app == 'web' && projectcalico.org/namespace == 'ops'\"}", "ops/web", "deny", TestName = "also when it names another one")]
    [TestCase("source: {selector: all()}", "shop/bot", "allow", TestName = "all() is every pod of the namespace")]
    [TestCase("source: {selector: all()}", "ops/tool", "deny", TestName = "and none of another")]
    [TestCase("source: {selector: all()}", "ip:8.8.8.8", "deny", TestName = "nor who is outside")]
    [TestCase("source: {selector: all()}", "node:n1", "deny", TestName = "nor another node")]
    [TestCase("source: {selector: \"app == 'web'\", namespaceSelector: all()}", "ops/web", "allow", TestName = "A namespace selector reaches other namespaces")]
    [TestCase("source: {selector: \"app == 'web'\", namespaceSelector: all()}", "ops/tool", "deny", TestName = "and the labels must hold too")]
    [TestCase("source: {namespaceSelector: all()}", "kube-system/dns", "allow", TestName = "Every namespace")]
    [TestCase("source: {namespaceSelector: all()}", "ip:8.8.8.8", "deny", TestName = "is not everybody")]
    [TestCase("source: {namespaceSelector: team == 'ops'}", "ops/tool", "allow", TestName = "Namespaces by label")]
    [TestCase("source: {namespaceSelector: team == 'ops'}", "shop/web", "deny", TestName = "leave the own one out")]
    [TestCase("source: {namespaceSelector: projectcalico.org/name == 'ops'}", "ops/tool", "allow", TestName = "Namespaces by Calico's name")]
    [TestCase("source: {namespaceSelector: projectcalico.org/name starts with 'op'}", "ops/tool", "allow", TestName = "or a part of it")]
    [TestCase("source: {namespaceSelector: kubernetes.io/metadata.name == 'ops'}", "ops/tool", "allow", TestName = "or Kubernetes' name")]
    [TestCase("source: {namespaceSelector: projectcalico.org/namespace == 'ops'}", "ops/tool", "deny", TestName = "but not by the label that pods have for it")]
    [TestCase("source: {namespaceSelector: team != 'shop'}", "kube-system/dns", "allow", TestName = "A negative selector holds without the label")]
    [TestCase("source: {namespaceSelector: team != 'shop'}", "ip:8.8.8.8", "deny", TestName = "for what has a namespace or a set")]
    [TestCase("source: {namespaceSelector: '!all()'}", "ops/tool", "deny", TestName = "!all() is what has no namespace")]
    [TestCase("source: {namespaceSelector: ' global() '}", "ops/tool", "deny", TestName = "and so is global()")]
    [TestCase("source: {selector: projectcalico.org/orchestrator == 'k8s'}", "shop/bot", "allow", TestName = "Pods are of Kubernetes")]
    [TestCase("source: {selector: projectcalico.org/orchestrator != 'k8s'}", "shop/bot", "deny", TestName = "all of them")]
    [TestCase("source: {selector: has(projectcalico.org/namespace)}", "shop/bot", "allow", TestName = "and have a namespace")]
    [TestCase("source: {selector: has(pcns.team)}", "shop/bot", "allow", TestName = "A selector can name a label of the namespace")]
    [TestCase("source: {notSelector: app == 'web'}", "shop/bot", "allow", TestName = "notSelector alone is the other pods")]
    [TestCase("source: {notSelector: app == 'web'}", "shop/web", "deny", TestName = "without those it names")]
    [TestCase("source: {notSelector: app == 'web'}", "ops/tool", "deny", TestName = "of the own namespace")]
    [TestCase("source: {notSelector: app == 'web'}", "ip:8.8.8.8", "deny", TestName = "and nobody outside")]
    [TestCase("source: {selector: has(app), notSelector: app == 'web'}", "shop/bot", "allow", TestName = "Both selectors must fit")]
    [TestCase("source: {serviceAccounts: {names: [robot, other]}}", "shop/bot", "allow", TestName = "Pods by the name of their service account")]
    [TestCase("source: {serviceAccounts: {names: [robot, other]}}", "shop/web", "deny", TestName = "which not everybody has")]
    [TestCase("source: {serviceAccounts: {names: [default]}}", "ops/tool", "deny", TestName = "in the own namespace")]
    [TestCase("source: {serviceAccounts: {names: [default]}, namespaceSelector: all()}", "ops/tool", "allow", TestName = "or in others, when they are named")]
    [TestCase("source: {serviceAccounts: {selector: team == 'red'}}", "shop/bot", "allow", TestName = "or by its labels")]
    [TestCase("source: {serviceAccounts: {selector: team == 'red'}}", "shop/web", "deny", TestName = "which not every account has")]
    [TestCase("source: {serviceAccounts: {selector: all()}}", "shop/web", "allow", TestName = "Every pod runs as somebody")]
    [TestCase("source: {serviceAccounts: {names: [robot], selector: team == 'blue'}}", "shop/bot", "deny", TestName = "Name and labels must both fit")]
    [TestCase("source: {serviceAccounts: {}}", "ip:8.8.8.8", "allow", TestName = "Empty service accounts restrict nothing")]
    [TestCase("source: {selector: projectcalico.org/serviceaccount == 'robot'}", "shop/bot", "allow", TestName = "A selector can name the service account")]
    [TestCase("source: {selector: projectcalico.org/serviceaccount contains 'bo'}", "shop/bot", "allow", TestName = "or a part of it")]
    [TestCase("source: {selector: projectcalico.org/serviceaccount contains 'bo'}", "shop/web", "deny", TestName = "that others lack")]
    [TestCase("source: {nets: [10.1.0.0/24]}", "ops/tool", "allow", TestName = "Networks match pods by their address")]
    [TestCase("source: {nets: [192.168.0.1/32]}", "node:n1", "allow", TestName = "and nodes")]
    [TestCase("source: {nets: [8.0.0.0/8, 9.0.0.0/8]}", "ip:8.8.8.8", "allow", TestName = "and who is outside")]
    [TestCase("source: {nets: [8.0.0.0/8, 9.0.0.0/8]}", "ip:10.9.9.9", "deny", TestName = "in one of them")]
    [TestCase("source: {nets: [0.0.0.0/0], notNets: [8.8.0.0/16]}", "ip:8.8.8.8", "deny", TestName = "unless it is excluded")]
    [TestCase("source: {notNets: [8.8.0.0/16]}", "ip:10.9.9.9", "allow", TestName = "An exclusion alone leaves the rest")]
    [TestCase("source: {nets: [10.1.0.4/32], selector: all()}", "ops/web", "deny", TestName = "Networks and selectors must both fit")]
    public void An_ingress_rule_of_a_namespaced_policy_has_a_source(string source, string from, string verdict) =>
        JudgeOf(Policy($"selector: app == 'db', types: [Ingress], ingress: [{{action: Allow, {source}}}]")).Ask($"{from} > shop/db TCP/80").ShouldBe(verdict);

    [TestCase("destination: {notSelector: app == 'web'}", "ip:8.8.8.8", "allow", TestName = "In a global policy notSelector is anything but")]
    [TestCase("destination: {notSelector: app == 'web'}", "ops/web", "deny", TestName = "those it names")]
    [TestCase("destination: {selector: app == 'web'}", "ops/web", "allow", TestName = "A selector of a global policy reaches every namespace")]
    [TestCase("destination: {selector: projectcalico.org/namespace == 'ops'}", "ops/web", "allow", TestName = "and can name one")]
    [TestCase("destination: {selector: all()}", "ip:8.8.8.8", "deny", TestName = "all() is still only what has labels")]
    [TestCase("destination: {selector: all()}", "ops/agent", "deny", TestName = "which host-network pods have not")]
    [TestCase("destination: {nets: [192.168.0.2/32]}", "ops/agent", "allow", TestName = "They are their node's address")]
    [TestCase("destination: {selector: \"app == 'web'\", notSelector: has(tier)}", "ops/web", "allow", TestName = "In a global policy both selectors must fit")]
    [TestCase("destination: {selector: \"app == 'web'\", notSelector: has(tier)}", "shop/web", "deny", TestName = "there too")]
    [TestCase("destination: {serviceAccounts: {}}", "ip:8.8.8.8", "allow", TestName = "Empty service accounts restrict nothing there either")]
    public void An_egress_rule_of_a_global_policy_has_a_destination(string destination, string to, string verdict) =>
        JudgeOf(Global($"selector: app == 'bot', types: [Egress], egress: [{{action: Allow, {destination}}}]")).Ask($"shop/bot > {to} TCP/80").ShouldBe(verdict);

    [TestCase("types: [Ingress]", "shop/web", "deny", TestName = "A global policy without selectors selects every pod")]
    [TestCase("types: [Ingress], namespaceSelector: team == 'ops'", "ops/web", "deny", TestName = "or those of some namespaces")]
    [TestCase("types: [Ingress], namespaceSelector: team == 'ops'", "shop/web", "allow", TestName = "and then no others")]
    [TestCase("types: [Ingress], namespaceSelector: all()", "kube-system/dns", "deny", TestName = "or those of all namespaces")]
    [TestCase("types: [Ingress], serviceAccountSelector: team == 'red'", "shop/bot", "deny", TestName = "or those of some service accounts")]
    [TestCase("types: [Ingress], serviceAccountSelector: team == 'red'", "shop/web", "allow", TestName = "not those of others")]
    [TestCase("types: [Ingress], serviceAccountSelector: projectcalico.org/name == 'robot', selector: app == 'web'", "shop/bot", "allow", TestName = "and every selector must fit")]
    [TestCase("types: [Ingress], selector: app != 'web'", "ops/agent", "allow", TestName = "Host-network pods are never selected")]
    [TestCase("types: [Egress]", "shop/web", "allow", TestName = "The other direction is not restricted")]
    public void A_global_policy_selects(string spec, string to, string verdict) =>
        JudgeOf(Global(spec)).Ask($"ip:8.8.8.8 > {to} TCP/80").ShouldBe(verdict);

    [TestCase("selector: app == 'web'", "ops/web", "allow")]
    [TestCase("selector: \"app == 'web' && has(pcsa.team)\"", "shop/web", "allow")]
    [TestCase("serviceAccountSelector: all()", "shop/web", "deny")]
    public void A_namespaced_policy_selects_in_its_namespace(string spec, string to, string verdict) =>
        JudgeOf(Policy($"{spec}, types: [Ingress]")).Ask($"ip:8.8.8.8 > {to} TCP/80").ShouldBe(verdict);

    [TestCase("source: {selector: app == 'bot'}, destination: {selector: app == 'db'}", "shop/db", "allow", TestName = "A rule can also demand something of the selected pod")]
    [TestCase("source: {selector: app == 'bot'}, destination: {selector: app == 'db'}", "shop/web", "deny", TestName = "which another selected pod lacks")]
    [TestCase("destination: {nets: [10.1.0.2/32]}", "shop/db", "allow", TestName = "by address too")]
    [TestCase("destination: {nets: [10.1.0.2/32]}", "shop/web", "deny", TestName = "and nothing else")]
    public void The_own_end_of_a_rule_counts(string rule, string to, string verdict) =>
        JudgeOf(Policy($"types: [Ingress], ingress: [{{action: Allow, {rule}}}]")).Ask($"shop/bot > {to} TCP/80").ShouldBe(verdict);

    [Test]
    public void Labels_that_Calico_keeps_for_itself_cannot_be_forged()
    {
        var judge = Judge.Of(
            ReadingOf(Policy("types: [Ingress], ingress: [{action: Allow, source: {namespaceSelector: projectcalico.org/name == 'ops' && team == 'ops'}}]")),
            Cluster.With(new ClusterPod("shop", "forger") { Labels = [("pcns.team", "ops"), ("pcns.projectcalico.org/name", "ops"), ("projectcalico.org/namespace", "ops")] }),
            Asked.Profile(Enforcer.Calico));
        judge.Ask("shop/forger > shop/web TCP/80").ShouldBe("deny");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }
}
