using PolicyKit.Tests.Emitting;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Raw manifests: which are Calico's, which are refused, and what each becomes in a dry run.</summary>
public sealed class CalicoRawTests
{
    private const string NoTypes = "spec: it has no types, and what is then assumed depends on who validates it (we refuse it)";
    private const string Write =
        "Write an object of projectcalico.org/v3 (NetworkPolicy, GlobalNetworkPolicy, StagedNetworkPolicy, StagedGlobalNetworkPolicy, NetworkSet, GlobalNetworkSet, Tier), or name the engine whose object it is.";

    private static IEnumerable<TestCaseData> Foreign()
    {
        yield return new TestCaseData("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: {}", "NetworkPolicy a of networking.k8s.io/v1");
        yield return new TestCaseData("apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: a }\nspec: {}", "HostEndpoint a of projectcalico.org/v3");
        yield return new TestCaseData(Object("StagedKubernetesNetworkPolicy"), "StagedKubernetesNetworkPolicy shop/raw of projectcalico.org/v3");
    }

    [TestCaseSource(nameof(Foreign))]
    public void Objects_of_others_are_refused(string raw, string what) =>
        Emit(raw).Errors().ShouldBe([$"PK5001: {what} is not an object of calico. {Write}"]);

    [Test]
    public void The_form_in_which_Calico_stores_its_objects_is_refused() =>
        Emit("apiVersion: crd.projectcalico.org/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { types: [Ingress] }").Errors().ShouldBe(
            ["PK5004: NetworkPolicy a is written as Calico stores it (crd.projectcalico.org/v1): nobody validates it there, and without types it isolates both directions. Write 'projectcalico.org/v3'."]);

    [TestCase("NetworkPolicy", NoTypes)]
    [TestCase("StagedNetworkPolicy", NoTypes)]
    [TestCase("NetworkSet", null)]
    public void A_policy_without_types_is_warned_of_and_emitted(string kind, string? says)
    {
        var emitted = Emit(Object(kind));

        emitted.Diagnostics.Select(one => $"{one with { Origin = default, Position = default }}").ShouldBe(says is null ? [] : [$"warning PK5004: {kind} shop/raw, {says}. Write types, with Ingress, Egress or both."]);
        emitted.Manifests.Count.ShouldBe(1);
    }

    [TestCase("NetworkPolicy")]
    [TestCase("StagedNetworkPolicy")]
    [TestCase("NetworkSet")]
    public void Objects_of_a_namespace_leave_as_they_came(string kind) => Emit(Object(kind)).ToYaml().ShouldBe($"---\napiVersion: projectcalico.org/v3\nkind: {kind}\nmetadata:\n  name: raw\n  namespace: shop\nspec: {{}}\n");

    [TestCase("GlobalNetworkPolicy")]
    [TestCase("StagedGlobalNetworkPolicy")]
    [TestCase("GlobalNetworkSet")]
    [TestCase("Tier")]
    public void Objects_of_the_cluster_leave_as_they_came(string kind) => Emit(Global(kind)).ToYaml().ShouldBe($"---\napiVersion: projectcalico.org/v3\nkind: {kind}\nmetadata:\n  name: raw\nspec: {{}}\n");

    [Test]
    public void What_Calico_refuses_is_refused_at_the_line_of_CSharp_and_of_YAML()
    {
        var diagnostic = Emit("apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: raw, namespace: shop }\nspec:\n  types: [Ingress]\n  ingress:\n  - action: allow\n").Diagnostics.ShouldHaveSingleItem();

        diagnostic.Message.ShouldBe("NetworkPolicy shop/raw, spec.ingress[0].action: 'allow' is not one of Allow, Deny, Log and Pass (the API server refuses it).");
        diagnostic.Id.ShouldBe("PK5002");
        diagnostic.Position.ToString().ShouldBe("line 7, column 13");
        diagnostic.Origin.File.ShouldEndWith("CalicoRawTests.cs");
    }

    [Test]
    public void Deny_and_Pass_are_a_raw_manifests_own_business() =>
        Emit(Object("NetworkPolicy", "types: [Ingress], ingress: [{ action: Deny }, { action: Pass }, { action: Log }]")).Succeeded.ShouldBeTrue();

    [TestCase("NetworkPolicy", "StagedNetworkPolicy")]
    [TestCase("GlobalNetworkPolicy", "StagedGlobalNetworkPolicy")]
    public void In_a_dry_run_a_policy_becomes_its_staged_twin(string kind, string staged)
    {
        var raw = kind.StartsWith("Global", StringComparison.Ordinal) ? Global(kind, "order: 5, types: [Egress]") : Object(kind, "order: 5, types: [Egress]");

        var yaml = Rehearse(raw).ToYaml();

        yaml.ShouldContain($"\nkind: {staged}\n");
        yaml.ShouldEndWith("spec:\n  stagedAction: Set\n  order: 5\n  types:\n  - Egress\n");
    }

    [TestCase("stagedAction: Set")]
    [TestCase("stagedAction: Delete")]
    public void In_a_dry_run_a_staged_policy_stays_as_it_is(string spec) => Rehearse(Object("StagedNetworkPolicy", spec)).ToYaml().ShouldEndWith($"kind: StagedNetworkPolicy\nmetadata:\n  name: raw\n  namespace: shop\nspec:\n  {spec}\n");

    [TestCase("NetworkSet", "shop/raw")]
    [TestCase("GlobalNetworkSet", "raw")]
    [TestCase("Tier", "raw")]
    public void In_a_dry_run_an_object_that_changes_what_other_policies_mean_is_refused(string kind, string name) =>
        Rehearse(kind is "NetworkSet" ? Object(kind) : Global(kind)).Errors().ShouldBe(
            [$"PK5006: {kind} {name} cannot be rehearsed: a dry run must deny nothing that was allowed. Take it out of the dry run, or write it as a policy."]);

    [Test]
    public void In_a_dry_run_without_staged_policies_a_policy_is_refused() =>
        Rehearse(Object("NetworkPolicy"), new() { Calico = new() { Version = new(3, 29) } }).Errors().ShouldBe(
            ["PK5006: NetworkPolicy shop/raw cannot be rehearsed: a dry run must deny nothing that was allowed. Take it out of the dry run, or write it as a policy."]);

    [Test]
    public void A_raw_manifest_takes_part_in_the_clash_of_names() =>
        PolicySet.Of(Web.Named("raw").DenyIngressByDefault()).WithRaw(Engine.Calico, Object("NetworkPolicy")).Emit(Engine.Calico)
            .Errors().ShouldHaveSingleItem().ShouldStartWith("PK0002: NetworkPolicy shop/raw is written twice");

    private static EmitResult Emit(string raw) => PolicySet.Create([]).WithRaw(Engine.Calico, raw).Emit(Engine.Calico);

    private static EmitResult Rehearse(string raw, ClusterProfile? profile = null) =>
        PolicySet.Create([]).WithRaw(Engine.Calico, raw).InMode(RolloutMode.DryRun).Emit(Engine.Calico, profile);

    private static string Object(string kind, string spec = "") => $"apiVersion: projectcalico.org/v3\nkind: {kind}\nmetadata: {{ name: raw, namespace: shop }}\nspec: {{ {spec} }}\n";

    private static string Global(string kind, string spec = "") => $"apiVersion: projectcalico.org/v3\nkind: {kind}\nmetadata: {{ name: raw }}\nspec: {{ {spec} }}\n";
}
