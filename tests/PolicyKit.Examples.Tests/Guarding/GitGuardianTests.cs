using GitGuardian;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Lint;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.Guarding;

/// <summary>GitGuardian's two steps on every engine, and the example of its documentation that cuts the product off.</summary>
public sealed class GitGuardianTests
{
    private const string Worker = "gitguardian/worker";

    // The documentation's mail rule, in our words: it selects every pod and opens one network on one port.
    private const string RawMailRule = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: allow-external-smtp, namespace: gitguardian}
        spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{protocol: TCP, port: 587}]}]}
        """;

    private static readonly Policy MailRule = Policy.ForAllPods().Named("allow-external-smtp").AllowEgress(Port.Tcp(587)).To(Cidr("10.0.0.0/24"));

    private static IEnumerable<TestCaseData> Engines() => Engine.All.Select(engine => new TestCaseData(engine).SetArgDisplayNames(engine.Name));

    [TestCaseSource(nameof(Engines))]
    public void The_first_step_denies_nothing_and_the_second_what_was_rehearsed(object engine)
    {
        var rehearsed = Cluster.Judged(GitGuardianPolicies.For(Documented(RolloutMode.DryRun)), (Engine)engine).Judge;
        var enforced = Cluster.Judged(GitGuardianPolicies.For(Documented(RolloutMode.Enforce)), (Engine)engine).Judge;

        Verdict(rehearsed, "default/random", "gitguardian/nginx", 80).ShouldBe("allow");
        Verdict(enforced, "default/random", "gitguardian/nginx", 80).ShouldBe("deny");
        Verdict(enforced, "ingress-nginx/controller", "gitguardian/nginx", 80).ShouldBe("allow");
        Verdict(enforced, "monitoring/prometheus", "gitguardian/app-exporter", 9808).ShouldBe("allow");
        Verdict(enforced, Worker, "gitguardian/nginx", 80).ShouldBe("allow");
        Verdict(enforced, Worker, "ip:8.8.8.8", 443).ShouldBe("allow");
        Verdict(enforced, "node:node-1", "gitguardian/nginx", 80).ShouldBe("allow");
    }

    [Test]
    public void The_second_step_is_an_update_of_the_same_object_where_the_engine_enforces_rehearsals_in_place()
    {
        foreach (var engine in (Engine[])[Engine.Kubernetes, Engine.Cilium]) Names(RolloutMode.DryRun, engine).ShouldBe(Names(RolloutMode.Enforce, engine));
        Names(RolloutMode.DryRun, Engine.Calico).ShouldBe(["StagedNetworkPolicy gitguardian"]);
        Names(RolloutMode.Enforce, Engine.Calico).ShouldBe(["NetworkPolicy gitguardian"]);
        Names(RolloutMode.Enforce, Engine.ClusterNetworkPolicy).Except(Names(RolloutMode.DryRun, Engine.ClusterNetworkPolicy)).ShouldBe(["ClusterNetworkPolicy deny.gitguardian.gitguardian"]);
    }

    [Test]
    public void What_a_rehearsal_does_beside_other_policies_is_said_as_a_gap_and_Calico_has_none() =>
        Engine.All.Select(engine => string.Join(", ", GitGuardianPolicies.For(Documented(RolloutMode.DryRun)).Emit(engine, Cluster.ProfileFor(engine)).Gaps.Select(gap => gap.Id.Name).Distinct()))
            .ShouldBe(["dry-run-suspends-others", "dry-run-allows", "", "dry-run-allows"]);

    [Test]
    public void A_mode_has_to_be_chosen() =>
        typeof(GitGuardianOptions).GetProperty("Mode")!.GetCustomAttributesData().Select(one => one.AttributeType.Name).ShouldContain("RequiredMemberAttribute");

    [Test]
    public void A_load_balancer_on_nodes_is_let_in_by_its_nodes_not_by_a_namespace()
    {
        GitGuardianOptions options = Documented(RolloutMode.Enforce) with { Entrances = [new(Port.Https, Nodes, "the load balancer comes in through the nodes")] };

        Verdict(Cluster.Judged(GitGuardianPolicies.For(Documented(RolloutMode.Enforce)), Engine.Kubernetes).Judge, "node:cp-1", "gitguardian/nginx", 443).ShouldBe("deny");
        Verdict(Cluster.Judged(GitGuardianPolicies.For(options), Engine.Kubernetes).Judge, "node:cp-1", "gitguardian/nginx", 443).ShouldBe("allow");
    }

    [Test]
    public void The_mail_rule_of_the_documentation_is_found_to_cut_off_the_API_server_and_DNS()
    {
        var findings = GitGuardianPolicies.For(Documented(RolloutMode.Enforce) with { ExtraPolicies = [MailRule] }).Emit(Engine.Kubernetes, Cluster.Profile)
            .Diagnostics.Where(one => one.Severity is Severity.Warning).Select(one => $"{one.Id}: {one.Message}");

        findings.ShouldBe(
        [
            "PK1001: Policy 'gitguardian/allow-external-smtp' restricts egress, and nothing in its set allows the API server.",
            "PK1002: Policy 'gitguardian/allow-external-smtp' restricts egress, and nothing in its set allows DNS.",
        ]);
    }

    [Test]
    public void The_mail_rule_is_found_in_its_YAML_too() =>
        ManifestLint.Check(ManifestReader.Read(RawMailRule, "mail.yaml").Manifests, Cluster.Profile).Select(one => one.ToString()).ShouldBe(
        [
            "mail.yaml(4,48): warning PK1001: NetworkPolicy gitguardian/allow-external-smtp: 'spec.egress': The policy restricts egress, and nothing here allows the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.",
            "mail.yaml(4,48): warning PK1002: NetworkPolicy gitguardian/allow-external-smtp: 'spec.egress': The policy restricts egress, and nothing here allows DNS. Allow UDP and TCP 53 to the pods of DNS.",
        ]);

    [TestCase(RolloutMode.Enforce)]
    [TestCase(RolloutMode.DryRun)]
    public void The_mail_rule_is_found_as_an_extra_policy_beside_all_others_while_it_is_rehearsed_and_after(RolloutMode mode) =>
        ManifestLint.CheckRaw(WithRaw(mode), Engine.Kubernetes, Cluster.Profile).Select(one => $"{one.Id} {one.Position}").ShouldBe(["PK1001 line 4, column 48", "PK1002 line 4, column 48"]);

    [Test]
    public void Beside_a_complete_list_the_mail_rule_cuts_nothing_off() =>
        ManifestLint.CheckRaw(GitGuardianPolicies.For(Documented(RolloutMode.Enforce) with { Egress = new(), RawPolicies = [new(Engine.Kubernetes, RawMailRule)] }), Engine.Kubernetes, Cluster.Profile)
            .ShouldBeEmpty();

    [Test]
    public void The_mail_rule_cuts_off_the_whole_product_when_it_is_enforced()
    {
        var judge = Cluster.Judged(WithRaw(RolloutMode.Enforce), Engine.Kubernetes).Judge;

        Verdict(judge, Worker, "ip:8.8.8.8", 443).ShouldBe("deny");
        Verdict(judge, Worker, "gitguardian/nginx", 80).ShouldBe("deny");
        Verdict(judge, Worker, "kube-system/kube-dns", 53).ShouldBe("deny");
        Verdict(judge, Worker, "ip:10.0.0.25", 587).ShouldBe("allow");
    }

    [Test]
    public void The_mail_rule_cuts_off_nothing_while_it_is_rehearsed()
    {
        var judge = Cluster.Judged(WithRaw(RolloutMode.DryRun), Engine.Kubernetes).Judge;

        Verdict(judge, Worker, "ip:8.8.8.8", 443).ShouldBe("allow");
        Verdict(judge, Worker, "kube-system/kube-dns", 53).ShouldBe("allow");
    }

    [TestCaseSource(nameof(Engines))]
    public void Mail_through_the_relay_is_one_line_of_a_complete_list(object engine)
    {
        var judge = Cluster.Judged(GitGuardianPolicies.For(Documented(RolloutMode.Enforce) with { Egress = new() }), (Engine)engine).Judge;

        Verdict(judge, Worker, "ip:10.0.0.25", 587).ShouldBe("allow");
        Verdict(judge, Worker, "ip:8.8.8.8", 443).ShouldBe("allow");
        Verdict(judge, Worker, "gitguardian/nginx", 80).ShouldBe("allow");
        Verdict(judge, Worker, "kube-system/kube-dns", 53).ShouldBe("allow");
        Verdict(judge, Worker, "ip:8.8.8.8", 25).ShouldBe("deny");
    }

    [Test]
    public void A_raw_policy_for_another_engine_is_not_dropped_in_silence() =>
        WithRaw(RolloutMode.Enforce).Emit(Engine.Calico, Cluster.Profile).Diagnostics.Select(one => one.Id).ShouldContain("PK3013");

    [Test]
    public void A_raw_policy_may_stand_in_the_language_of_each_engine()
    {
        var options = Documented(RolloutMode.Enforce) with
        {
            RawPolicies = [new(Engine.Calico, "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: hook, namespace: gitguardian}\nspec: {selector: \"app.kubernetes.io/name == 'hook'\", types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {namespaceSelector: \"projectcalico.org/name == 'agents'\"}, destination: {ports: [8000]}}]}")],
        };

        Verdict(Cluster.Judged(GitGuardianPolicies.For(options), Engine.Calico).Judge, "agents/agent", "gitguardian/hook", 8000).ShouldBe("allow");
    }

    private static PolicySet WithRaw(RolloutMode mode) => GitGuardianPolicies.For(Documented(mode) with { RawPolicies = [new(Engine.Kubernetes, RawMailRule)] });

    private static GitGuardianOptions Documented(RolloutMode mode) => new() { Mode = mode, AllowedNamespaces = ["ingress-nginx", "monitoring"] };

    private static string[] Names(RolloutMode mode, Engine engine) =>
        [.. GitGuardianPolicies.For(Documented(mode)).Emit(engine, Cluster.ProfileFor(engine)).Manifests.Select(one => $"{one.Kind} {one.Name}")];

    private static string Verdict(Judge judge, string from, string to, ushort port) =>
        judge.Decide(from, to, to.EndsWith("kube-dns", StringComparison.Ordinal) ? Traffic.Udp(port) : Traffic.Tcp(port)).Whole.ToString()!;
}
