using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Whole objects: isolation, default deny, order, dry run, reasons, host names of Enterprise.</summary>
public sealed class CalicoObjectsTests
{
    private static readonly ClusterProfile Enterprise = Known with { Calico = new() { Version = new(3, 22), Edition = CalicoEdition.Enterprise } };

    [Test]
    public void A_policy_becomes_one_object_that_says_everything() =>
        Web.WithLabels(("team", "shop")).WithOrder(-5).DenyEgressByDefault().AllowIngress(Port.Metrics).Because("graphs").From(Namespace("monitoring"))
            .Emit(Engine.Calico).ToYaml().ShouldBe("""
            ---
            apiVersion: projectcalico.org/v3
            kind: NetworkPolicy
            metadata:
              name: web
              namespace: shop
              labels:
                team: shop
              annotations:
                policykit.io/because: "ingress metrics/TCP from the pods of namespace 'monitoring': graphs"
            spec:
              order: -5
              selector: app == 'web'
              types:
              - Ingress
              - Egress
              ingress:
              - action: Allow
                protocol: TCP
                source:
                  selector: projectcalico.org/orchestrator == 'k8s'
                  namespaceSelector: projectcalico.org/name == 'monitoring'
                destination:
                  ports:
                  - metrics

            """);

    [Test]
    public void A_default_deny_is_isolation_without_a_deny_rule_and_keeps_its_order()
    {
        var emitted = PolicySet.Of(Web.AllowIngress(Port.Tcp(80)).FromAnywhere()).WithDefaultDeny(Directions.Ingress | Directions.Egress, order: 2000).Emit(Engine.Calico);

        emitted.Manifests[0].ToYaml().ShouldBe("""
            ---
            apiVersion: projectcalico.org/v3
            kind: NetworkPolicy
            metadata:
              name: default-deny
              namespace: shop
            spec:
              order: 2000
              selector: all()
              types:
              - Ingress
              - Egress

            """);
        emitted.Manifests[1].ToYaml().ShouldContain("order: 1000\n");
        emitted.ToYaml().ShouldNotContain("action: Deny");
    }

    [Test]
    public void A_dry_run_is_the_staged_twin_and_leaves_no_gap()
    {
        var emitted = PolicySet.Of(Web.AllowIngress(Port.Tcp(80)).FromAnywhere()).InMode(RolloutMode.DryRun).Emit(Engine.Calico);

        emitted.ToYaml().ShouldBe("""
            ---
            apiVersion: projectcalico.org/v3
            kind: StagedNetworkPolicy
            metadata:
              name: web
              namespace: shop
            spec:
              stagedAction: Set
              order: 1000
              selector: app == 'web'
              types:
              - Ingress
              ingress:
              - action: Allow
                protocol: TCP
                destination:
                  ports:
                  - 80

            """);
        emitted.Gaps.ShouldBeEmpty();
    }

    [TestCase(3, 30, CalicoEdition.Oss, true)]
    [TestCase(3, 29, CalicoEdition.Oss, false)]
    [TestCase(3, 19, CalicoEdition.Enterprise, true)]
    public void A_dry_run_needs_staged_policies(int major, int minor, CalicoEdition edition, bool succeeds)
    {
        var profile = new ClusterProfile { Calico = new() { Version = new(major, minor), Edition = edition } };

        PolicySet.Of(Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun).Emit(Engine.Calico, profile).Succeeded.ShouldBe(succeeds);
    }

    [Test]
    public void Enterprise_has_host_names_and_says_what_they_open_beside()
    {
        var emitted = Web.AllowEgress(Port.Https).To(Fqdn("a.example.com"), Fqdn("*.b.example"), Fqdn("**.c.example"), Namespace("x")).Emit(Engine.Calico, Enterprise);

        emitted.Part("spec.egress").ShouldStartWith("""
            - action: Allow
              protocol: TCP
              destination:
                selector: projectcalico.org/orchestrator == 'k8s' && k8s-app == 'kube-dns'
                namespaceSelector: projectcalico.org/name == 'kube-system'
                ports:
                - 53

            """);
        emitted.Part("spec.egress").ShouldEndWith("""
            - action: Allow
              protocol: TCP
              destination:
                domains:
                - "*.c.example"
                - "*.b.example"
                - a.example.com
                ports:
                - 443

            """);
        emitted.Gaps.Select(gap => gap.ToString()).ShouldBe(
        [
            "gap name-by-address: on calico, other host names on the addresses learned for '**.c.example' are open to 'shop/web' too.",
            "gap name-by-address: on calico, other host names on the addresses learned for '*.b.example' are open to 'shop/web' too.",
            "gap name-depth: on calico, '*.b.example' also opens names with two or more labels before 'b.example' to 'shop/web'.",
            "gap name-by-address: on calico, other host names on the addresses learned for 'a.example.com' are open to 'shop/web' too.",
        ]);
        emitted.Gaps[2].Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Fqdn("**.b.example")], [Port.Tcp(443)]));
        emitted.Gaps[3].Flows.ShouldBe(
            new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Fqdn("a.example.com")], [Port.Tcp(443)], "another name has an address that was learned for this one"));
        emitted.Gaps.ShouldAllBe(gap => gap.Effect == GapEffect.Opens);
    }

    [Test]
    public void An_order_changes_nothing_else()
    {
        var policy = Web.AllowIngress(Port.Tcp(80)).From(Namespace("a"));

        policy.WithOrder(7).Emit(Engine.Calico).ToYaml().ShouldBe(policy.Emit(Engine.Calico).ToYaml().Replace("order: 1000", "order: 7", StringComparison.Ordinal));
    }
}
