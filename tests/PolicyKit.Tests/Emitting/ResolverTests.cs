using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Emitting;

/// <summary>From written policies to the intermediate form: names, canonical order, and what cannot be resolved.</summary>
public sealed class ResolverTests
{
    private static IEnumerable<TestCaseData> Names()
    {
        yield return new TestCaseData(Policy.ForPods(("app", "web")), "web");
        yield return new TestCaseData(Policy.ForPods(("k8s-app", "dns")), "dns");
        yield return new TestCaseData(Policy.ForPods(("k8s-app", "dns"), ("app", "web")), "web");
        yield return new TestCaseData(Policy.ForPods(("app.kubernetes.io/name", "jaas"), ("app", "web")), "jaas");
        yield return new TestCaseData(Policy.ForPods(("app.kubernetes.io/name", "jaas"), ("app.kubernetes.io/component", "renderer"), ("x", "y")), "jaas-renderer");
        yield return new TestCaseData(Policy.ForAllPods(), "all-pods");
        yield return new TestCaseData(Policy.ForPods(("app", "web")).Named("mine"), "mine");
    }

    [TestCaseSource(nameof(Names))]
    public void A_name_is_derived_from_the_usual_labels(Policy policy, string name) =>
        policy.DenyIngressByDefault().Emit(Engine.Kubernetes).Part("metadata").ShouldBe($"name: {name}\n");

    [Test]
    public void Labels_that_give_no_name_are_refused()
    {
        Policy.ForPods(Key("app").In("a", "b")).DenyIngressByDefault().Emit(Engine.Kubernetes).Errors().ShouldBe(
            ["PK0011: A policy for the pods with 'app in (a,b)' has no name, and none can be derived from these labels. Add .Named(\"…\")."]);
        Policy.ForPods(("app", "My_App")).DenyIngressByDefault().Emit(Engine.Kubernetes).Errors().ShouldBe(
            ["PK0011: The name 'My_App' derived from the labels 'app=My_App' is not one that every engine accepts. Add .Named(\"…\") with at most 63 of a-z, 0-9 and '-'."]);
    }

    [Test]
    public void A_policy_that_governs_nothing_is_refused() => Web.Emit(Engine.Kubernetes).Errors().ShouldBe(
        ["PK0009: Policy 'shop/web' governs no direction; Kubernetes would read it as denying all ingress. Write DenyIngressByDefault() or DenyEgressByDefault(), or allow something."]);

    [Test]
    public void Sequences_that_turn_out_empty_are_errors_at_their_own_line()
    {
        List<Peer> nobody = [];
        List<Port> nothing = [];

        var emitted = PolicySet.Of(
            Web.AllowIngress(Port.Tcp(80))
                .From(nobody)
                .AllowEgress(nothing).ToAnywhere()).Emit(Engine.Kubernetes);

        emitted.Errors().ShouldBe(
        [
            "PK0010: An empty sequence of peers reached From of policy 'shop/web': it allows nothing, and engines would read it as anywhere. Write Anywhere for every endpoint, or leave the rule out with When.",
            "PK0010: An empty sequence of ports reached AllowEgress of policy 'shop/web': it allows nothing, and engines would read it as every port. Write Port.Any for every port, or leave the rule out with When.",
        ]);
        (emitted.Diagnostics[1].Origin.Line - emitted.Diagnostics[0].Origin.Line).ShouldBe(1);
    }

    [TestCase("10.0.0.0/8", "10.0.0.0/8", "PK0004: '10.0.0.0/8' is not strictly inside '10.0.0.0/8', so it cannot be an exception of it. Remove \"10.0.0.0/8\" from Except(…).")]
    [TestCase("10.0.0.0/8", "11.0.0.0/9", "PK0004: '11.0.0.0/9' is not strictly inside '10.0.0.0/8', so it cannot be an exception of it. Remove \"11.0.0.0/9\" from Except(…).")]
    [TestCase("10.0.0.0/8", "fd00::/16", "PK0004: 'fd00::/16' is not strictly inside '10.0.0.0/8', so it cannot be an exception of it. Remove \"fd00::/16\" from Except(…).")]
    public void An_exception_that_is_none_is_refused(string network, string hole, string error) =>
        Web.AllowIngress(Port.Tcp(80)).From(Cidr(network).Except(hole)).Emit(Engine.Kubernetes).Errors().ShouldBe([error]);

    [Test]
    public void Exceptions_that_leave_nothing_are_refused() =>
        Web.AllowIngress(Port.Tcp(80)).From(Cidr("10.0.0.0/8").Except("10.0.0.0/9", "10.128.0.0/9")).Emit(Engine.Kubernetes).Errors().ShouldBe(
            ["PK0004: The exceptions of '10.0.0.0/8' together leave nothing of it. Remove the rule, or an exception."]);

    [Test]
    public void A_host_name_without_DNS_is_refused() =>
        Web.AllowEgress(Port.Https).To(Fqdn("a.example.com")).NeedsNoDns("it knows").Emit(Engine.Kubernetes).Errors().ShouldContain(
            "PK1002: Policy 'shop/web' allows a host name and says that it needs no DNS: without DNS the pod never learns the name's addresses. Remove NeedsNoDns(…), or write the addresses with Cidr(…).");

    [Test]
    public void A_host_name_brings_the_resolver_with_it_once()
    {
        var ir = Web.AllowEgress(Port.Https).To(Fqdn("a.example.com")).AllowEgress(Port.Tcp(1)).To(Fqdn("b.example.com")).Emit(Engine.Kubernetes).Ir;

        ir.Policies.Single().Egress!.Rules.Select(rule => $"{rule.Traffic} to {string.Join(", ", rule.Peers)}").ShouldBe(
        [
            "1/TCP to the host name 'b.example.com'",
            "53/TCP, 53/UDP to the cluster's resolver",
            "443/TCP to the host name 'a.example.com'",
        ]);
    }

    [Test]
    public void The_order_of_writing_changes_nothing()
    {
        PolicySet one =
        [
            Web.AllowIngress(Port.Tcp(80), Port.Udp(9)).From(Namespace("a"), Pods(("app", "x"))).AllowIngress(Port.Metrics).From(Namespace("b")).AllowIngress(Port.Tcp(80), Port.Udp(9)).From(Pods(("app", "x")), Namespace("a")),
            Web.Named("other").DenyEgressByDefault(),
        ];
        PolicySet other =
        [
            Web.Named("other").DenyEgressByDefault(),
            Web.AllowIngress(Port.Metrics).From(Namespace("b")).AllowIngress(Port.Udp(9), Port.Tcp(80)).From(Pods(("app", "x")), Namespace("a"), Namespace("a")),
        ];

        other.Emit(Engine.Kubernetes).ToYaml().ShouldBe(one.Emit(Engine.Kubernetes).ToYaml());
        other.Emit(Engine.Kubernetes).Ir.ShouldBe(one.Emit(Engine.Kubernetes).Ir);
    }

    [Test]
    public void Reasons_become_one_annotation_a_line_a_rule() =>
        Web.AllowIngress(Port.Tcp(9443)).Because("admission webhook").FromAnywhere()
            .AllowEgress(Port.Dns).Because("names").To(ClusterDns)
            .AllowEgress(Port.Https).To(Namespace("a"))
            .WithAnnotations(("note", "mine"), ("a.example.com/b", "x: y"))
            .Emit(Engine.Kubernetes).Part("metadata.annotations").ShouldBe("""
            a.example.com/b: "x: y"
            note: mine
            policykit.io/because: "ingress 9443/TCP from anywhere: admission webhook\negress 53/TCP, 53/UDP to the cluster's resolver: names"

            """);

    [Test]
    public void An_annotation_of_our_own_cannot_be_written() => Should.Throw<FormatException>(() => Web.WithAnnotations(("policykit.io/because", "x"))).Message
        .ShouldBe("The annotation 'policykit.io/because' is one that PolicyKit writes itself. Use another prefix than 'policykit.io/'.");
}
