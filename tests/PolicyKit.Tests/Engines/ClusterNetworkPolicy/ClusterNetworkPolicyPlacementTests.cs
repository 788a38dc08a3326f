using static PolicyKit.Dsl;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Two layers in one band, in each placement: tiers, priorities, names, and what each example says about what is written.</summary>
public sealed class ClusterNetworkPolicyPlacementTests
{
    [TestCase(Placement.Baseline, "Baseline 500", "Baseline 1000")]
    [TestCase(Placement.Union, "Admin 1000", "Baseline 1000")]
    [TestCase(Placement.Admin, "Admin 500", "Admin 1000")]
    public void Every_allow_object_of_every_set_has_one_place_and_every_deny_object_another(Placement placement, string allow, string deny)
    {
        foreach (var layers in PlacementExample.All.SelectMany(example => example.Sets).SelectMany(set => set.Emit(Engine.ClusterNetworkPolicy, Placed(placement)).Layers()))
            layers.ShouldEndWith(layers.StartsWith("allow.", StringComparison.Ordinal) ? allow : deny);
    }

    [TestCase(Placement.Baseline, "Baseline 10", "Baseline 20")]
    [TestCase(Placement.Union, "Admin 1000", "Baseline 20")]
    [TestCase(Placement.Admin, "Admin 10", "Admin 20")]
    public void The_priorities_come_from_the_profile_and_never_from_the_order(Placement placement, string allow, string deny)
    {
        var profile = In(Placed(placement), facts => facts with { AllowPriority = 10, DenyPriority = 20 });

        Policy.ForPods(("app", "web")).InNamespace("shop").WithOrder(7).AllowIngress(Port.Https).From(SameNamespace).Emit(profile).Layers()
            .ShouldBe([$"allow.shop.web {allow}", $"deny.shop.web {deny}"]);
    }

    [Test]
    public void Overlapping_policies_have_their_accepts_and_their_denies_in_objects_apart() =>
        PlacementExample.Overlap.Sets[0].Emit(Engine.ClusterNetworkPolicy).ToYaml().ShouldBe("""
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: deny.shop.default-deny
            spec:
              tier: Baseline
              priority: 1000
              subject:
                namespaces:
                  matchLabels:
                    kubernetes.io/metadata.name: shop
              ingress:
              - action: Deny
                from:
                - namespaces: {}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: allow.shop.front
            spec:
              tier: Baseline
              priority: 500
              subject:
                pods:
                  namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: shop
                  podSelector:
                    matchLabels:
                      tier: front
              ingress:
              - action: Accept
                from:
                - namespaces:
                    matchLabels:
                      kubernetes.io/metadata.name: monitoring
                protocols:
                - tcp:
                    destinationPort:
                      number: 9090
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: deny.shop.front
            spec:
              tier: Baseline
              priority: 1000
              subject:
                pods:
                  namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: shop
                  podSelector:
                    matchLabels:
                      tier: front
              ingress:
              - action: Deny
                from:
                - namespaces: {}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: allow.shop.web
            spec:
              tier: Baseline
              priority: 500
              subject:
                pods:
                  namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: shop
                  podSelector:
                    matchLabels:
                      app: web
              ingress:
              - action: Accept
                from:
                - namespaces:
                    matchLabels:
                      kubernetes.io/metadata.name: edge
                protocols:
                - tcp:
                    destinationPort:
                      number: 8080
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: deny.shop.web
            spec:
              tier: Baseline
              priority: 1000
              subject:
                pods:
                  namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: shop
                  podSelector:
                    matchLabels:
                      app: web
              ingress:
              - action: Deny
                from:
                - namespaces: {}

            """);

    private static IEnumerable<TestCaseData> DeclaredGaps()
    {
        yield return Case(PlacementExample.Counterpart, Placement.Baseline, "opens outside-sources", "both yields-to-network-policy", "opens other-direction");
        yield return Case(PlacementExample.Counterpart, Placement.Union, "opens outside-sources", "opens other-direction");
        yield return Case(PlacementExample.Counterpart, Placement.Admin, "opens outside-sources", "cuts overrides-network-policy");
        yield return Case(PlacementExample.OtherDirection, Placement.Baseline, "both yields-to-network-policy", "opens other-direction");
        yield return Case(PlacementExample.OtherDirection, Placement.Union, "opens other-direction");
        yield return Case(PlacementExample.OtherDirection, Placement.Admin, "cuts overrides-network-policy");
        yield return Case(PlacementExample.FromAnywhereBesideAnother, Placement.Baseline, "cuts outside-sources", "opens outside-sources", "both yields-to-network-policy", "opens other-direction");
        yield return Case(PlacementExample.FromAnywhereBesideAnother, Placement.Union, "cuts outside-sources", "opens outside-sources", "opens other-direction");
        yield return Case(PlacementExample.FromAnywhereBesideAnother, Placement.Admin, "cuts outside-sources", "opens outside-sources", "cuts overrides-network-policy");
    }

    [TestCaseSource(nameof(DeclaredGaps))]
    public void What_a_foreign_NetworkPolicy_changes_is_declared(object example, Placement placement, string[] gaps)
    {
        var emitted = ((PlacementExample)example).Sets.ShouldHaveSingleItem().Emit(Engine.ClusterNetworkPolicy, Placed(placement));

        emitted.Gaps.Select(gap => $"{gap.Effect.ToString().ToLowerInvariant()} {gap.Id}").ShouldBe(gaps);
    }

    [Test]
    public void A_default_deny_and_the_allow_list_of_another_repository_meet_in_one_band()
    {
        var objects = PlacementExample.TwoRepositories.Sets.SelectMany(set => set.Emit(Engine.ClusterNetworkPolicy).Layers());

        objects.ShouldBe(["deny.shop.default-deny Baseline 1000", "allow.shop.web Baseline 500", "deny.shop.web Baseline 1000"]);
    }

    [Test]
    public void The_same_labels_in_two_namespaces_give_subjects_and_names_apart()
    {
        var emitted = PlacementExample.SameLabels.Sets[0].Emit(Engine.ClusterNetworkPolicy);

        emitted.Layers().ShouldBe(["deny.blog.web Baseline 1000", "allow.shop.web Baseline 500", "deny.shop.web Baseline 1000"]);
        emitted.Part("deny.blog.web", "subject").ShouldContain("kubernetes.io/metadata.name: blog\n");
        emitted.Part("deny.shop.web", "subject").ShouldContain("kubernetes.io/metadata.name: shop\n");
    }

    [Test]
    public void A_default_deny_of_order_2000_is_valid_and_denies_both_directions()
    {
        var emitted = PolicySet.Create([]).WithDefaultDeny("jaas", Directions.Both, order: 2000).Emit(Engine.ClusterNetworkPolicy);

        emitted.Layers().ShouldBe(["deny.jaas.default-deny Baseline 1000"]);
        emitted.Part("deny.jaas.default-deny", "ingress").ShouldBe("- action: Deny\n  from:\n  - namespaces: {}\n");
        emitted.Part("deny.jaas.default-deny", "egress").ShouldBe("- action: Deny\n  to:\n  - namespaces: {}\n  - networks:\n    - 0.0.0.0/0\n    - \"::/0\"\n");
    }

    [Test]
    public void The_experimental_channel_denies_nodes_too() =>
        Policy.ForAllPods().InNamespace("shop").DenyEgressByDefault().Emit(Experimental).Part("deny.shop.all-pods", "egress")
            .ShouldBe("- action: Deny\n  to:\n  - namespaces: {}\n  - networks:\n    - 0.0.0.0/0\n    - \"::/0\"\n  - nodes: {}\n");

    [Test]
    public void Labels_annotations_and_reasons_are_on_both_layers()
    {
        var policy = Policy.ForPods(("app", "web")).InNamespace("shop").WithLabels(("team", "a")).AllowIngress(Port.Https).Because("the shop").From(SameNamespace);

        foreach (var manifest in policy.Emit().Manifests)
        {
            manifest.ToYaml().ShouldContain("\n  labels:\n    team: a\n");
            manifest.ToYaml().ShouldContain("ingress 443/TCP from the pods of the same namespace: the shop");
        }
    }

    private static TestCaseData Case(PlacementExample example, Placement placement, params string[] gaps) =>
        new TestCaseData(example, placement, gaps).SetArgDisplayNames(example.Name, $"{placement}");
}
