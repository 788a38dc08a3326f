using PolicyKit.Tests.Emitting;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Words;

/// <summary>What is said of a set is kept on its entries.</summary>
public sealed class PolicySetTests
{
    private const string Raw = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: raw, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Ingress] }
        """;

    private static readonly Policy Db = Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault();
    private static readonly PolicySet Shop = [Web.DenyIngressByDefault()];

    [Test]
    public void Spreading_a_set_keeps_its_default_deny_its_raw_manifest_and_its_mode()
    {
        PolicySet spread = [.. Shop.WithDefaultDeny(Directions.Both).WithRaw(Engine.Kubernetes, Raw).InMode(RolloutMode.DryRun), Db];

        spread.Select(entry => entry.Mode).ShouldBe([RolloutMode.DryRun, RolloutMode.DryRun, RolloutMode.DryRun, RolloutMode.Enforce]);
        spread.Emit(Engine.Kubernetes).Manifests.Select(manifest => manifest.Name).ShouldBe(["db", "default-deny", "web", "raw"]);
    }

    [Test]
    public void A_namespace_of_the_set_fills_in_only_where_none_was_said()
    {
        PolicySet set = [Policy.ForPods(("app", "a")), Policy.ForPods(("app", "b")).InNamespace("own")];

        set.InNamespace("shop").Policies.Select(policy => policy.Namespace).ShouldBe(["shop", "own"]);
    }

    [Test]
    public void A_default_deny_is_an_ordinary_policy_in_the_one_namespace_of_the_set()
    {
        var deny = Shop.WithDefaultDeny(Directions.Ingress, order: 2000).Policies.Last();

        (deny.Name, deny.Namespace, deny.Order, deny.Subject.IsEverything).ShouldBe(("default-deny", "shop", 2000, true));
        deny.Ingress.ShouldBe([]);
        deny.Egress.ShouldBeNull();
    }

    [Test]
    public void A_default_deny_before_the_namespace_is_said_goes_where_the_others_go() =>
        PolicySet.Of(Policy.ForPods(("app", "a")).DenyIngressByDefault()).WithDefaultDeny(Directions.Egress).InNamespace("late")
            .Policies.Select(policy => policy.Namespace).ShouldBe(["late", "late"]);

    [Test]
    public void A_default_deny_that_cannot_tell_its_namespace_is_refused()
    {
        PolicySet set = [Web.DenyIngressByDefault(), Db.InNamespace("flux-system")];

        set.WithDefaultDeny(Directions.Ingress).Emit(Engine.Kubernetes).Errors().ShouldBe(
            ["PK0011: WithDefaultDeny does not know its namespace: the policies of the set are not all in one. Name it: WithDefaultDeny(\"my-namespace\", …)."]);
        set.WithDefaultDeny("shop", Directions.Ingress).Emit(Engine.Kubernetes).Succeeded.ShouldBeTrue();
    }

    [Test]
    public void A_counterpart_in_a_foreign_namespace_never_draws_the_default_deny_there()
    {
        PolicySet set = [Policy.ForPods(("app", "a")).DenyIngressByDefault(), Db.InNamespace("flux-system")];

        set.WithDefaultDeny(Directions.Ingress).InNamespace("jaas").Policies.Single(policy => policy.Name == "default-deny").Namespace.ShouldBe("jaas");
    }

    [Test]
    public void Words_of_the_set_reach_every_policy()
    {
        var set = Shop.WithLabels(("a", "b")).WithAnnotations(("c", "d")).Needs(Dsl.ClusterDns).NeedsNoApiServer("static files");

        var policy = set.Policies.ShouldHaveSingleItem();
        policy.Labels.ShouldHaveSingleItem().Key.ShouldBe("a");
        policy.Annotations.ShouldHaveSingleItem().Key.ShouldBe("c");
        policy.DeclaredNeeds.ShouldBe([Dsl.ClusterDns]);
        policy.NoApiServerBecause.ShouldBe("static files");
        Shop.NeedsNoDns("why").Policies.Single().NoDnsBecause.ShouldBe("why");
    }

    [Test]
    public void When_and_ForEach_work_on_sets_too()
    {
        Shop.When(false, set => set.WithDefaultDeny(Directions.Ingress)).ShouldBe(Shop);
        Shop.When(true, set => set.WithDefaultDeny(Directions.Ingress)).Count.ShouldBe(2);
        Shop.ForEach(["x", "y"], (set, name) => [.. set, Db.Named(name)]).Count.ShouldBe(3);
    }

    [Test]
    public void Sets_of_equal_entries_are_equal()
    {
        PolicySet other = [Web.DenyIngressByDefault()];

        other.ShouldBe(Shop);
        other.GetHashCode().ShouldBe(Shop.GetHashCode());
        other.WithDefaultDeny(Directions.Ingress).ShouldNotBe(Shop);
    }
}
