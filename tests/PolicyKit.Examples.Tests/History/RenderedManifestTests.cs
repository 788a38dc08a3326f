using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Verification.Deciding;
using StageSet;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.History;

/// <summary>What is wrong in the manifests that the charts render today cannot be in ours.</summary>
public sealed class RenderedManifestTests
{
    private static readonly PolicySet Denied = StageSetPolicies.For(new() { DefaultDeny = true, DefaultDenyOrder = 2000 });

    [Test]
    public void Default_deny_on_Cilium_is_no_empty_list()
    {
        var yaml = Yaml(Denied, Engine.Cilium);

        yaml.ShouldNotContain("ingress: []");
        yaml.ShouldContain("- fromEntities:\n    - none");
    }

    [Test]
    public void ClusterNetworkPolicy_ends_with_a_Deny_for_every_direction_it_governs() =>
        Emitted(StageSetBundle.All.In(StageSetModes.Egress), Engine.ClusterNetworkPolicy).Manifests.Count(one => one.Name!.StartsWith("deny.", StringComparison.Ordinal)).ShouldBe(1);

    [TestCase(1500)]
    [TestCase(2000)]
    [TestCase(9000)]
    public void No_order_becomes_a_priority_that_the_API_server_refuses(int order)
    {
        var yaml = Yaml(StageSetPolicies.For(new() { DefaultDeny = true, DefaultDenyOrder = order }), Engine.ClusterNetworkPolicy);

        var priorities = yaml.Split('\n').Where(line => line.Contains("priority:")).Select(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        priorities.ShouldNotBeEmpty();
        priorities.ShouldAllBe(priority => priority <= 1000);
    }

    [Test]
    public void An_order_changes_no_verdict_on_Calico()
    {
        foreach (var order in (int?[])[null, 1, 900, 2000])
        {
            var judge = Cluster.Judged(StageSetPolicies.For(new() { DefaultDeny = true, DefaultDenyOrder = order }), Engine.Calico).Judge;
            judge.Decide("monitoring/prometheus", "stageset-system/controller", Traffic.Tcp(8080)).Whole.ShouldBeOfType<Verdict.Allow>();
            judge.Decide("default/random", "stageset-system/controller", Traffic.Tcp(8080)).Whole.ShouldBeOfType<Verdict.Deny>();
        }
    }

    [Test]
    public void Egress_that_lists_nothing_is_denied_on_every_engine_alike()
    {
        PolicySet nothing = [Policy.For(JaasPolicies.Server).NeedsNoApiServer("renderer").NeedsNoDns("renderer").DenyEgressByDefault()];

        foreach (var engine in Engine.All) Cluster.Judged(nothing, engine).Judge.Decide("jaas-system/jaas", "ip:8.8.8.8", Traffic.Tcp(443)).Whole.ShouldBeOfType<Verdict.Deny>(engine.Name);
    }

    [Test]
    public void Names_on_ClusterNetworkPolicy_cannot_meet_whatever_the_namespaces_are_called()
    {
        PolicySet set =
        [
            Policy.ForAllPods().Named("default-deny").InNamespace("x").DenyIngressByDefault(),
            Policy.ForPods(("app", "a")).Named("default").InNamespace("deny-x").DenyIngressByDefault(),
            Policy.ForPods(("app", "a")).Named("x").InNamespace("default-deny").DenyIngressByDefault(),
        ];

        Emitted(set, Engine.ClusterNetworkPolicy).Manifests.Select(one => one.Name).ShouldBeUnique();
    }

    [Test]
    public void DNS_is_the_resolver_and_not_the_world_on_every_engine()
    {
        foreach (var engine in Engine.All)
        {
            var judge = Cluster.Judged(StageSetBundle.All.In(StageSetModes.Egress), engine).Judge;
            judge.Decide("stageset-system/controller", "kube-system/kube-dns", Traffic.Udp(53)).Whole.ShouldBeOfType<Verdict.Allow>(engine.Name);
            judge.Decide("stageset-system/controller", "ip:8.8.8.8", Traffic.Udp(53)).Whole.ShouldBeOfType<Verdict.Deny>(engine.Name);
            judge.Decide("stageset-system/controller", "kube-system/other", Traffic.Udp(53)).Whole.ShouldBeOfType<Verdict.Deny>(engine.Name);
        }
    }

    [Test]
    public void Cilium_gets_the_DNS_proxy_only_where_a_host_name_needs_it()
    {
        Yaml(StageSetBundle.All.In(StageSetModes.Egress), Engine.Cilium).ShouldNotContain("matchPattern");
        Yaml(StageSetPolicies.For(new() { Egress = new() { ObjectStore = new(Port.Https, Fqdn("bucket.example.com")) } }), Engine.Cilium).ShouldContain("matchPattern");
    }

    [Test]
    public void A_host_name_is_refused_where_the_engine_has_none_and_a_network_is_not_made_of_it()
    {
        var named = StageSetPolicies.For(new() { Egress = new() { ObjectStore = new(Port.Https, Fqdn("bucket.example.com")) } });

        foreach (var engine in (Engine[])[Engine.Kubernetes, Engine.Calico, Engine.ClusterNetworkPolicy])
            named.Emit(engine, Cluster.ProfileFor(engine)).Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => one.Id).ShouldBe(["PK3001"], engine.Name);
    }

    [Test]
    public void A_fragment_widens_and_never_tightens()
    {
        var options = new StageSetOptions { Native = [new(Engine.Cilium, Ingress: "- fromEndpoints:\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: flagger-system\n  toPorts:\n  - ports:\n    - {port: \"8082\", protocol: TCP}")] };
        var judge = Cluster.Judged(StageSetPolicies.For(options with { GateFrom = null }), Engine.Cilium).Judge;

        judge.Decide("flagger-system/flagger", "stageset-system/controller", Traffic.Tcp(8082)).Whole.ShouldBeOfType<Verdict.Allow>();
        judge.Decide("monitoring/prometheus", "stageset-system/controller", Traffic.Tcp(8080)).Whole.ShouldBeOfType<Verdict.Allow>();
        StageSetPolicies.For(options).Emit(Engine.Calico, Cluster.Profile).Gaps.Select(gap => gap.Id).ShouldContain(Gaps.FragmentElsewhere);
    }

    [Test]
    public void A_fragment_for_a_direction_that_is_not_governed_is_refused_not_left_out()
    {
        var options = new StageSetOptions { Native = [new(Engine.Cilium, Egress: "- toFQDNs:\n  - matchName: bucket.example.com")] };

        StageSetPolicies.For(options).Emit(Engine.Cilium, Cluster.ProfileFor(Engine.Cilium)).Diagnostics.Select(one => one.Id).ShouldContain("PK5006");
    }

    [Test]
    public void An_additional_rule_that_adds_nothing_is_found()
    {
        var options = new StageSetOptions { AdditionalIngress = [new(Port.Tcp(8080), Namespace("monitoring"), "scraping")] };

        StageSetPolicies.For(options).Emit(Engine.Kubernetes, Cluster.Profile).Diagnostics.Select(one => one.Id).ShouldContain("PK4002");
    }

    [Test]
    public void An_additional_rule_is_there_on_every_engine()
    {
        var set = StageSetPolicies.For(new() { AdditionalIngress = [new(Port.Tcp(6060), Namespace("agents"), "profiles")] });

        foreach (var engine in Engine.All) Cluster.Judged(set, engine).Judge.Decide("agents/agent", "stageset-system/controller", Traffic.Tcp(6060)).Whole.ShouldBeOfType<Verdict.Allow>(engine.Name);
    }

    private static EmitResult Emitted(PolicySet set, Engine engine) => set.Emit(engine, Cluster.ProfileFor(engine));

    private static string Yaml(PolicySet set, Engine engine) => Emitted(set, engine).ToYaml();
}
