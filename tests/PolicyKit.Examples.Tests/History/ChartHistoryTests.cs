using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;
using StageSet;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.History;

/// <summary>The bugs that the public charts shipped, by their commits: each would be found here before it ships.</summary>
/// <remarks>The facts are those of the charts' history (metio/helm-charts); what is written here is ours.</remarks>
public sealed class ChartHistoryTests
{
    private const string Controller = "stageset-system/controller";

    // What Flux installs in its own namespace: its pods reach each other, and every namespace may scrape.
    private const string FluxPolicies = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: within-flux, namespace: flux-system}
        spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: scraping, namespace: flux-system}
        spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080, protocol: TCP}]}]}
        """;

    private static readonly Policy Written = Policy.For(StageSetPolicies.Controller).AllowIngress(Port.Tcp(8080)).From(Namespace("monitoring"));

    private static IEnumerable<TestCaseData> Engines() => Engine.All.Select(engine => new TestCaseData(engine).SetArgDisplayNames(engine.Name));

    // 9d86d2f, efb5733: the default deny held egress in all four engines while the allow-list had no egress rule.
    [TestCaseSource(nameof(Engines))]
    public void A_default_deny_takes_no_egress_from_a_workload_that_lists_none(object engine)
    {
        var judge = Cluster.Judged(StageSetPolicies.For(new() { DefaultDeny = true }), (Engine)engine).Judge;

        Allows(judge, Controller, "kube-system/kube-dns", Traffic.Udp(53)).ShouldBeTrue();
        Allows(judge, Controller, "node:cp-1", Traffic.Tcp(6443)).ShouldBeTrue();
    }

    [Test]
    public void A_default_deny_that_takes_it_is_found() =>
        Findings(PolicySet.Of(Written).WithDefaultDeny(Directions.Both)).ShouldContain("PK1008");

    // 392d95e: the port of the probes was missing in all four engines.
    [TestCaseSource(nameof(Engines))]
    public void The_kubelet_reaches_the_port_of_the_probes_and_no_pod_does(object engine)
    {
        var judge = Cluster.Judged(StageSetPolicies.For(new() { DefaultDeny = true }), (Engine)engine).Judge;

        Allows(judge, "node:node-1", Controller, Traffic.Tcp(8081)).ShouldBeTrue();
        Allows(judge, "default/random", Controller, Traffic.Tcp(8081)).ShouldBeFalse();
    }

    [Test]
    public void A_port_of_the_probes_that_is_open_to_pods_alone_is_found() =>
        Findings([Policy.For(StageSetPolicies.Controller).AllowIngress(StageSetPolicies.Controller["health"]).From(SameNamespace)]).ShouldContain("PK1006");

    // 3ddeb35: operator mode with egress and an empty list wedged; later a guard refused the empty list, and took any other.
    [Test]
    public void An_operator_whose_egress_lists_nothing_is_not_emitted()
    {
        PolicySet wedged = [Policy.For(JaasPolicies.Server).Needs(ApiServer, ClusterDns).DenyEgressByDefault()];

        foreach (var engine in Engine.All) wedged.Emit(engine, Cluster.Profile).Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => one.Id).ShouldBe(["PK1001", "PK1002"], engine.Name);
    }

    [Test]
    public void A_list_that_is_not_empty_and_holds_no_API_server_is_not_emitted_either() =>
        PolicySet.Of(Policy.For(JaasPolicies.Server).Needs(ApiServer).AllowClusterDns().AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"))).Emit(Engine.Cilium, Cluster.Profile).Succeeded.ShouldBeFalse();

    [Test]
    public void A_peer_where_a_rule_belongs_does_not_compile_so_no_rule_can_be_pruned_to_everything() =>
        JaasBundle.All.In(JaasBundle.All.Combinations[^1]).Policies.SelectMany(policy => policy.Egress ?? []).ShouldAllBe(rule => rule.Peers.Count > 0 && rule.Ports.Count > 0);

    // 5fc3048: JaaS dials its own storage Service, and its policy admitted flux-system only.
    [TestCaseSource(nameof(Engines))]
    public void A_replica_reaches_the_storage_of_another_one(object engine)
    {
        var judge = Cluster.Judged(JaasBundle.All.In(JaasModes.Operator | JaasModes.Egress | JaasModes.DefaultDeny), (Engine)engine).Judge;

        Allows(judge, "jaas-system/jaas-2", "jaas-system/jaas", Traffic.Tcp(8082)).ShouldBeTrue();
        Allows(judge, "jaas-system/neighbour", "jaas-system/jaas", Traffic.Tcp(8082)).ShouldBeFalse();
    }

    [Test]
    public void An_operator_that_forgets_its_own_storage_is_not_emitted() =>
        Findings([Policy.For(JaasPolicies.Server).Needs(Need("own storage", JaasPolicies.Server["storage"], Self)).AllowClusterDns().AllowApiServer()]).ShouldContain("PK1014");

    // 5159116: a new port was wired by hand into four engines of two charts.
    [TestCaseSource(nameof(Engines))]
    public void One_more_port_is_one_rule_for_every_engine(object engine)
    {
        var (without, with) = (StageSetBundle.All.In(StageSetModes.None), StageSetBundle.All.In(StageSetModes.Mcp));

        Allows(Cluster.Judged(without, (Engine)engine).Judge, "agents/agent", Controller, Traffic.Tcp(8084)).ShouldBeFalse();
        Allows(Cluster.Judged(with, (Engine)engine).Judge, "agents/agent", Controller, Traffic.Tcp(8084)).ShouldBeTrue();
        with.Policies.Single().Ingress!.Count.ShouldBe(without.Policies.Single().Ingress!.Count + 1);
    }

    // jaas 82b38da: the probe of the smoke test asked by a name, and a failure of DNS looked like a verdict of a policy.
    [Test]
    public void A_verdict_is_about_pods_and_does_not_hang_on_a_resolver()
    {
        var resolverless = SimulatedCluster.Empty.With(Cluster.World.Objects.Where(one => one is not PolicyKit.Verification.World.ClusterPod { Namespace: "kube-system" }));
        var judge = Judge.Of(StageSetBundle.All.In(StageSetModes.Gate), resolverless, Cluster.Profile);

        Allows(judge, "flagger-system/flagger", Controller, Traffic.Tcp(8082)).ShouldBeTrue();
        Allows(judge, "default/random", Controller, Traffic.Tcp(8082)).ShouldBeFalse();
    }

    // jaas setup-flux.sh: Flux's own policies keep source-controller closed, and egress of JaaS alone does not open it.
    [Test]
    public void A_connection_needs_its_counterpart_beside_the_policies_of_Flux()
    {
        var alone = BesideFlux(JaasModes.Operator | JaasModes.Egress);
        var both = BesideFlux(JaasModes.Operator | JaasModes.Egress | JaasModes.FluxCounterpart);

        Allows(alone, "jaas-system/jaas", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeFalse();
        Allows(both, "jaas-system/jaas", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeTrue();
        Allows(both, "flux-system/kustomize-controller", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeTrue();
        Allows(both, "default/random", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeFalse();
    }

    [Test]
    public void A_connection_writes_both_ends_at_once()
    {
        var source = Policy.For(JaasPolicies.Server).AllowClusterDns().AllowApiServer();
        PolicySet set = [source, Namespace("flux-system").Owned(), .. Connection.Between(JaasPolicies.Server, JaasPolicies.SourceController, JaasPolicies.SourceController["http"])];

        foreach (var engine in Engine.All)
        {
            var judge = Cluster.Judged(set, engine).Judge;
            Allows(judge, "jaas-system/jaas", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeTrue(engine.Name);
            Allows(judge, "default/random", "flux-system/source-controller", Traffic.Tcp(9090)).ShouldBeFalse(engine.Name);
        }
    }

    // tik, the newest chart, dropped default deny and ClusterNetworkPolicy: four dialects by hand do not scale.
    [Test]
    public void Default_deny_is_there_on_every_engine_from_the_same_line()
    {
        foreach (var engine in Engine.All)
        {
            var judge = Cluster.Judged(StageSetPolicies.For(new() { DefaultDeny = true }), engine).Judge;
            Allows(judge, "default/random", "stageset-system/neighbour", Traffic.Tcp(80)).ShouldBeFalse(engine.Name);
        }
    }

    private static Judge BesideFlux(JaasModes modes)
    {
        var manifests = JaasBundle.All.In(modes).Emit(Engine.Kubernetes, Cluster.Profile).Manifests.Concat(ManifestReader.Read(FluxPolicies).Manifests);
        return Judge.Of(Judge.Read(manifests, Cluster.Profile), Cluster.World, Cluster.Profile);
    }

    private static bool Allows(Judge judge, string from, string to, Traffic traffic) => judge.Decide(from, to, traffic).Whole is Verdict.Allow;

    private static IEnumerable<string> Findings(PolicySet set) => set.Emit(Engine.Kubernetes, Cluster.Profile).Diagnostics.Where(one => one.Severity > Severity.Info).Select(one => one.Id);
}
