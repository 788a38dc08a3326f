using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Fragments with layer-7 rules: only where no other rule opens the port to the same peers without them.</summary>
public sealed class CiliumLayer7Tests
{
    private const string GetOnly = "- fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': a } }]\n  toPorts: [{ ports: [{ port: '8080', protocol: TCP }], rules: { http: [{ method: GET }] } }]";

    private static readonly Policy Restricted = Web.DenyIngressByDefault().Native(Engine.Cilium, ingress: GetOnly);

    private static IEnumerable<TestCaseData> Opened()
    {
        yield return Case("the same port and peer", policy => policy.AllowIngress(Port.Tcp(8080)).From(Namespace("a")));
        yield return Case("a range around it", policy => policy.AllowIngress(Port.TcpRange(8000, 9000)).From(Namespace("a")));
        yield return Case("every port of TCP", policy => policy.AllowIngress(Port.AnyTcp).From(Namespace("a")));
        yield return Case("every port", policy => policy.AllowIngress(Port.Any).From(Namespace("a")));
        yield return Case("a name that may be its number", policy => policy.AllowIngress(Port.Metrics).From(Namespace("a")));
        yield return Case("anywhere", policy => policy.AllowIngress(Port.Tcp(8080)).FromAnywhere());
        yield return Case("pods of that namespace", policy => policy.AllowIngress(Port.Tcp(8080)).From(Namespace("a").Pods(("app", "x"))));
        yield return Case("every namespace", policy => policy.AllowIngress(Port.Tcp(8080)).From(AnyNamespace));
        yield return Case("another fragment", policy => policy.Native(Engine.Cilium, ingress: "- toPorts: [{ ports: [{ port: '8080' }] }]"));
    }

    [TestCaseSource(nameof(Opened))]
    public void What_another_rule_opens_cannot_be_restricted(Func<Policy, Policy> and) => and(Restricted).Emit(Engine.Cilium).Errors().ShouldBe(
        ["PK5006: The cilium fragment of policy 'shop/web' has 'rules' on a port that policy 'shop/web' may open to the same peers without it: then it restricts nothing, or stops the whole policy of the pod. Take the port out of the other rule, or the restriction out of the fragment."]);

    private static IEnumerable<TestCaseData> Apart()
    {
        yield return Case("another port", policy => policy.AllowIngress(Port.Tcp(9090)).From(Namespace("a")));
        yield return Case("another protocol", policy => policy.AllowIngress(Port.Udp(8080)).From(Namespace("a")));
        yield return Case("another namespace", policy => policy.AllowIngress(Port.Tcp(8080)).From(Namespace("b")));
        yield return Case("its own namespace", policy => policy.AllowIngress(Port.Tcp(8080)).From(Pods(("app", "x"))));
        yield return Case("networks", policy => policy.AllowIngress(Port.Tcp(8080)).From(Cidr("203.0.113.0/24")));
        yield return Case("the other direction", policy => policy.AllowEgress(Port.Tcp(8080)).To(Namespace("a")));
    }

    [TestCaseSource(nameof(Apart))]
    public void What_no_other_rule_opens_can_be(Func<Policy, Policy> and) => and(Restricted).Emit(Engine.Cilium).Errors().ShouldBeEmpty();

    [Test]
    public void Another_policy_counts_when_it_may_select_the_same_pod()
    {
        var open = Policy.ForPods(("tier", "front")).Named("front").InNamespace("shop").AllowIngress(Port.Tcp(8080)).From(Namespace("a"));

        PolicySet.Of(Restricted, open).Emit(Engine.Cilium).Errors().ShouldHaveSingleItem().ShouldContain("policy 'shop/front' may open");
        PolicySet.Of(Restricted, Policy.ForPods(("app", "db")).InNamespace("shop").AllowIngress(Port.Tcp(8080)).From(Namespace("a"))).Emit(Engine.Cilium).Errors().ShouldBeEmpty();
        PolicySet.Of(Restricted, open.InNamespace("other")).Emit(Engine.Cilium).Errors().ShouldBeEmpty();
    }

    [Test]
    public void Letting_every_name_be_asked_restricts_nothing() =>
        Web.AllowClusterDns().Native(Engine.Cilium, egress: "- toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': kube-system } }]\n  toPorts: [{ ports: [{ port: '53' }], rules: { dns: [{ matchPattern: '*' }] } }]")
            .Emit(Engine.Cilium).Errors().ShouldBeEmpty();

    private static TestCaseData Case(string name, Func<Policy, Policy> and) => new TestCaseData(and).SetArgDisplayNames(name);
}
