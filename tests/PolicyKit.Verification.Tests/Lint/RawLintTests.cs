using PolicyKit.Verification.Lint;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Lint;

/// <summary>Raw manifests of a set under the lint on manifests: beside what the set emits, at the line of C# and the place in the text.</summary>
internal sealed class RawLintTests
{
    private const string Mail = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: mail, namespace: shop}\nspec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{protocol: TCP, port: 587}]}]}\n";
    private const string Open = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: open, namespace: shop}\nspec: {podSelector: {}, ingress: [{ports: [{port: 5432}]}]}\n";

    private static readonly Policy Web = Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Https).From(Namespace("edge"));

    [Test]
    public void A_finding_has_the_line_of_csharp_and_the_place_in_the_text()
    {
        var set = PolicySet.Of(Web).WithRaw(Engine.Kubernetes, Mail, "Shop.cs", 7).WithRaw(Engine.Kubernetes, Open, "Shop.cs", 9);

        ManifestLint.CheckRaw(set, Engine.Kubernetes).Select(one => one.ToString()).ShouldBe(
        [
            "Shop.cs(7), line 4, column 48: warning PK1001: NetworkPolicy shop/mail: 'spec.egress': The policy restricts egress, and nothing here allows the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.",
            "Shop.cs(7), line 4, column 48: warning PK1002: NetworkPolicy shop/mail: 'spec.egress': The policy restricts egress, and nothing here allows DNS. Allow UDP and TCP 53 to the pods of DNS.",
            "Shop.cs(9), line 4, column 35: warning PK2005: NetworkPolicy shop/open: 'spec.ingress[0]': The rule opens port 5432 (PostgreSQL) to anywhere. Name the peers that need it.",
        ]);
    }

    [Test]
    public void What_the_policies_of_the_set_allow_is_not_missed()
    {
        var set = PolicySet.Of(Policy.ForAllPods().InNamespace("shop").AllowClusterDns()).WithRaw(Engine.Kubernetes, Mail);

        ManifestLint.CheckRaw(set, Engine.Kubernetes).Select(one => one.Id).ShouldBe(["PK1001"]);
    }

    [Test]
    public void What_the_set_says_its_pods_do_without_is_not_missed() =>
        ManifestLint.CheckRaw(PolicySet.Of(Web).NeedsNoApiServer("it only sends mail").WithRaw(Engine.Kubernetes, Mail), Engine.Kubernetes).Select(one => one.Id).ShouldBe(["PK1002"]);

    [Test]
    public void A_rehearsed_manifest_is_looked_at_as_it_will_be_enforced() =>
        ManifestLint.CheckRaw(PolicySet.Of(Web).WithRaw(Engine.Kubernetes, Mail).InMode(RolloutMode.DryRun), Engine.Kubernetes).Select(one => one.Id).ShouldBe(["PK1001", "PK1002"]);

    [Test]
    public void Manifests_of_another_engine_are_left_out() =>
        ManifestLint.CheckRaw(PolicySet.Of(Web).WithRaw(Engine.Kubernetes, Mail), Engine.Calico).ShouldBeEmpty();

    [Test]
    public void Policies_are_left_to_their_own_lint() =>
        ManifestLint.CheckRaw(PolicySet.Of(Policy.ForPods(("app", "db")).InNamespace("shop").AllowIngress(Port.Tcp(5432)).FromAnywhere()).WithRaw(Engine.Kubernetes, Open.Replace("5432", "8080")), Engine.Kubernetes)
            .Select(one => one.Id).ShouldBe(["PK2001"]);

    [Test]
    public void What_cannot_be_emitted_is_left_to_the_emission() =>
        ManifestLint.CheckRaw(PolicySet.Of(Web).WithRaw(Engine.Kubernetes, Mail).WithRaw(Engine.Kubernetes, "kind: ["), Engine.Kubernetes).ShouldBeEmpty();

    [Test]
    public void What_emitting_says_is_not_said_again()
    {
        var set = PolicySet.Of(Web).WithRaw(Engine.Calico, "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: x, namespace: shop}\nspec: {selector: all(), order: 1, ingress: [{action: Allow, protocol: TCP}]}\n");

        set.Emit(Engine.Calico).Diagnostics.Select(one => one.Id).ShouldBe(["PK5004"]);
        ManifestLint.CheckRaw(set, Engine.Calico).ShouldNotContain(one => one.Id == "PK5004");
    }
}
