using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Each gap: its sentence to the letter, its flows, and when there is none.</summary>
public sealed class ClusterNetworkPolicyGapTests
{
    private static readonly Policy Ingress = Web.AllowIngress(Port.Https).From(SameNamespace);
    private static readonly Policy Egress = Web.AllowEgress(Port.Https).To(SameNamespace);

    private static IEnumerable<TestCaseData> Sentences()
    {
        yield return Case(Ingress, Under(Enforcer.Calico, Placement.Baseline),
            "gap outside-sources: on clusterNetworkPolicy, sources outside the pod network still reach every port of 'shop/web' (policies there see only pods).",
            "gap yields-to-network-policy: on clusterNetworkPolicy, a NetworkPolicy that selects pods of 'shop/web' for ingress decides there alone (placement Baseline).");
        yield return Case(Egress, Under(Enforcer.KubeNetworkPolicies, Placement.Baseline),
            "gap yields-to-network-policy: on clusterNetworkPolicy, a NetworkPolicy that selects pods of 'shop/web' for egress decides there alone (placement Baseline).",
            "gap other-direction: on clusterNetworkPolicy, egress of 'shop/web' is not denied where a NetworkPolicy selects its pods for ingress alone.");
        yield return Case(Egress, Under(Enforcer.Unknown, Placement.Union),
            "gap other-direction: on clusterNetworkPolicy, egress of 'shop/web' is not denied where a NetworkPolicy selects its pods for ingress alone, on some enforcers.");
        yield return Case(Egress, Under(Enforcer.Calico, Placement.Union));
        yield return Case(Egress, Under(Enforcer.Unknown, Placement.Admin),
            "gap overrides-network-policy: on clusterNetworkPolicy, what a NetworkPolicy allows as egress of 'shop/web' is denied where the set does not allow it too (placement Admin).");
        yield return Case(Egress, Under(Enforcer.Cilium, Placement.Admin),
            "gap nodes-not-denied: on clusterNetworkPolicy, 'shop/web' still reaches every node (networks do not match nodes on this enforcer, and the standard channel has no other word for them).",
            "gap overrides-network-policy: on clusterNetworkPolicy, what a NetworkPolicy allows as egress of 'shop/web' is denied where the set does not allow it too (placement Admin).");
        yield return Case(Web.AllowEgress(Port.Https).To(Nodes), In(Under(Enforcer.Cilium, Placement.Union), facts => facts with { Channel = ReleaseChannel.Experimental }),
            "gap nodes-not-allowed: on clusterNetworkPolicy, 'shop/web' cannot allow its pods' own node: it is cut where a NetworkPolicy isolates its pods (networks do not match nodes on this enforcer, and its word for nodes means the others).",
            "gap nodes-not-denied: on clusterNetworkPolicy, 'shop/web' still reaches its pods' own node (networks do not match nodes on this enforcer, and its word for nodes means the others).");
        yield return Case(Web.AllowEgress(Port.Any).ToAnywhere(), Under(Enforcer.Cilium, Placement.Baseline),
            "gap nodes-not-allowed: on clusterNetworkPolicy, 'shop/web' cannot allow every node: it is cut where a NetworkPolicy isolates its pods (networks do not match nodes on this enforcer, and the standard channel has no other word for them).");
        yield return Case(Web.AllowEgress(Port.Any).ToAnywhere(), Under(Enforcer.Cilium, Placement.Union),
            "gap nodes-not-allowed: on clusterNetworkPolicy, 'shop/web' cannot allow every node: it is cut where a NetworkPolicy isolates its pods (networks do not match nodes on this enforcer, and the standard channel has no other word for them).");
        yield return Case(Web.DenyIngressByDefault().AllowEgress(Port.Any).ToAnywhere(), Under(Enforcer.Calico, Placement.Baseline),
            "gap outside-sources: on clusterNetworkPolicy, sources outside the pod network still reach every port of 'shop/web' (policies there see only pods).",
            "gap yields-to-network-policy: on clusterNetworkPolicy, a NetworkPolicy that selects pods of 'shop/web' for egress decides there alone (placement Baseline).");
        yield return Case(Web.AllowIngress(Port.Probe).FromKubelet(), Under(Enforcer.Calico, Placement.Baseline),
            "gap outside-sources: on clusterNetworkPolicy, sources outside the pod network still reach every port of 'shop/web' (policies there see only pods).");
        yield return Case(Web.DenyEgressByDefault().Native(Engine.ClusterNetworkPolicy, egress: "- action: Accept\n  to: [{namespaces: {}}]"), Under(Enforcer.Calico, Placement.Baseline),
            "gap yields-to-network-policy: on clusterNetworkPolicy, a NetworkPolicy that selects pods of 'shop/web' for egress decides there alone (placement Baseline).");
        yield return Case(Web.AllowIngress(Port.Named("dns", Protocol.Udp)).From(Namespace("edge")), Under(Enforcer.Calico, Placement.Union),
            "gap named-port-protocol: on clusterNetworkPolicy, the named port 'dns' of 'shop/web' is open for every protocol that a pod declares the name for.",
            "gap outside-sources: on clusterNetworkPolicy, sources outside the pod network still reach every port of 'shop/web' (policies there see only pods).");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("203.0.113.0/24"), Internet), Under(Enforcer.Calico, Placement.Union),
            "gap outside-sources: on clusterNetworkPolicy, 'shop/web' cannot allow Cidr(\"203.0.113.0/24\") and Internet: they are cut where a NetworkPolicy isolates its pods (policies there see only pods).",
            "gap outside-sources: on clusterNetworkPolicy, sources outside the pod network still reach every port of 'shop/web' (policies there see only pods).");
        yield return Case(Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")), In(Under(Enforcer.Calico, Placement.Union), facts => facts with { Channel = ReleaseChannel.Experimental }),
            "gap name-by-address: on clusterNetworkPolicy, 'shop/web' also reaches other names on the addresses of '*.example.com'.",
            "gap name-depth: on clusterNetworkPolicy, '*.example.com' of 'shop/web' stands for one or more labels.");
        yield return Case(Web.AllowEgress(Port.Https).To(Fqdn("**.example.com")), In(Under(Enforcer.Calico, Placement.Union), facts => facts with { Channel = ReleaseChannel.Experimental }),
            "gap name-by-address: on clusterNetworkPolicy, 'shop/web' also reaches other names on the addresses of '**.example.com'.");
        yield return Case((Policy)PolicySet.Of(Ingress).InMode(RolloutMode.DryRun)[0], Under(Enforcer.Unknown, Placement.Baseline),
            "gap dry-run-allows: on clusterNetworkPolicy, the dry run of 'shop/web' allows ingress that it names, also where something else denies it.");
    }

    [TestCaseSource(nameof(Sentences))]
    public void Each_gap_is_one_sentence(Policy policy, ClusterProfile profile, string[] sentences) =>
        policy.Emit(profile).Gaps.Select(gap => $"{gap}").ShouldBe(sentences);

    [Test]
    public void The_flows_of_a_named_port_are_the_same_name_for_the_other_protocols()
    {
        var gap = Web.AllowIngress(Port.Named("dns", Protocol.Udp), Port.AnySctp).From(Namespace("edge"), Cidr("203.0.113.0/24")).Emit().Gaps.Single(gap => gap.Id == Gaps.NamedPortProtocol);

        gap.Flows.ShouldBe(new(Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [Namespace("edge")], [Port.Named("dns")], "a pod declares the name for another protocol"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void A_name_for_every_protocol_leaves_no_gap() =>
        Web.AllowIngress([Port.Named("dns"), Port.Named("dns", Protocol.Udp), Port.Named("dns", Protocol.Sctp)]).From(Namespace("edge")).Emit()
            .Gaps.ShouldNotContain(gap => gap.Id == Gaps.NamedPortProtocol);

    [Test]
    public void The_flows_that_stay_open_from_outside_are_every_source_but_pods()
    {
        var gap = Ingress.Emit().Gaps[0];

        gap.Flows.ShouldBe(new(Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [OutsideCluster, Nodes], [Port.Any], "no NetworkPolicy isolates the pods for ingress"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void The_flows_that_a_foreign_policy_cuts_from_outside_are_those_of_the_rule()
    {
        var gap = Web.AllowIngress(Port.Https).FromAnywhere().Emit().Gaps[0];

        gap.Flows.ShouldBe(new(Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [OutsideCluster, Nodes], [Port.Https], "a NetworkPolicy isolates the pods for ingress, and does not allow the flow itself"));
        gap.Effect.ShouldBe(GapEffect.Cuts);
    }

    [Test]
    public void The_flows_of_a_host_name_are_its_ports()
    {
        var gaps = Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")).Emit(Experimental).Gaps;

        gaps[0].Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Anywhere], [Port.Https], "the address was learned for '*.example.com'"));
        gaps[1].Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Fqdn("**.example.com")], [Port.Https], "the name has two or more labels before 'example.com'"));
    }

    [Test]
    public void The_flows_of_a_dry_run_are_what_it_writes()
    {
        var set = PolicySet.Of(Web.AllowIngress(Port.Https).From(Anywhere).AllowIngress(Port.Metrics).From(Namespace("edge"), Internet).DenyEgressByDefault()).InMode(RolloutMode.DryRun);

        set.Emit(Engine.ClusterNetworkPolicy, Known).Gaps.Single(gap => gap.Id == Gaps.DryRunAllows).Flows.ShouldBe(new(
            Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [AnyNamespace, Namespace("edge")], [Port.Https, Port.Metrics], "the policy allows the flow, and something else denies it"));
    }

    [Test]
    public void A_direction_that_allows_everything_denies_nothing_to_declare() =>
        Web.AllowIngress(Port.Any).FromAnywhere().AllowEgress(Port.Any).ToAnywhere().Emit(Under(Enforcer.Cilium, Placement.Admin)).Gaps
            .ShouldAllBe(gap => gap.Effect == GapEffect.Cuts);

    [TestCase(ReleaseChannel.Standard)]
    [TestCase(ReleaseChannel.Experimental)]
    public void Nodes_are_denied_and_allowed_on_Cilium_where_it_matches_them_by_everything(ReleaseChannel channel)
    {
        var profile = In(Under(Enforcer.Cilium, Placement.Union), facts => facts with { Channel = channel }) with { Cilium = new() { Version = new(1, 20), CidrMatchMode = [CidrMatchMode.Nodes, CidrMatchMode.Pods] } };

        Egress.AllowEgress(Port.Https).ToAnywhere().Emit(profile).Gaps.ShouldNotContain(gap => gap.Id == Gaps.NodesNotDenied || gap.Id == Gaps.NodesNotAllowed);
    }

    [Test]
    public void The_flows_of_a_node_without_a_word_are_those_of_the_rule()
    {
        var gaps = Web.AllowEgress(Port.Https).ToAnywhere().Emit(In(Under(Enforcer.Cilium, Placement.Union), facts => facts with { Channel = ReleaseChannel.Experimental })).Gaps;

        gaps[0].Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Nodes], [Port.Https], "a NetworkPolicy isolates the pods for egress, and does not allow the flow itself; the node is the pod's own"));
        gaps[0].Effect.ShouldBe(GapEffect.Cuts);
        gaps[1].Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Nodes], [Port.Any], "no NetworkPolicy isolates the pods for egress; the node is the pod's own"));
        gaps[1].Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void A_gap_that_is_not_accepted_fails_and_one_that_is_does_not()
    {
        var profile = Under(Enforcer.Calico, Placement.Union);

        PolicySet.Of(Ingress).Emit(Engine.ClusterNetworkPolicy, profile, new() { GapsAreErrors = true }).Errors().ShouldHaveSingleItem()
            .ShouldEndWith("Accept it by name, Accepted = [Gaps.OutsideSources], or write the policy so that the engine can say it.");
        PolicySet.Of(Ingress).Emit(Engine.ClusterNetworkPolicy, profile, new() { GapsAreErrors = true, Accepted = [Gaps.OutsideSources] }).Succeeded.ShouldBeTrue();
    }

    private static ClusterProfile Under(Enforcer enforcer, Placement placement) => Placed(placement) with { Engine = enforcer, Cilium = new() { Version = new(1, 20) } };

    private static TestCaseData Case(Policy policy, ClusterProfile profile, params string[] sentences) =>
        new TestCaseData(policy, profile, sentences).SetArgDisplayNames(sentences.Length == 0 ? "none" : sentences[^1][..60], $"{profile.Engine}", $"{sentences.Length}");
}
