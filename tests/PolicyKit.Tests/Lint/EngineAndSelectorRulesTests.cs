using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK3004 to PK4002: engines, selectors, and rules that say nothing new.</summary>
public sealed class EngineAndSelectorRulesTests
{
    private static readonly NetworkFacts Networks = new() { Pods = [CidrBlock.Parse("10.244.0.0/16")], Nodes = [CidrBlock.Parse("10.0.0.0/24")], Tunnels = [CidrBlock.Parse("10.9.0.0/24")] };

    private static readonly LintRow[] Rows =
    [
        new("PK3004", "an order", [Web.WithOrder(400).DenyIngressByDefault()], "info: Policy 'shop/web' has the order 400, and kubernetes has no place for it. Nothing has to change: an order never changes what a set means."),
        new("PK3004", "none", [Web.DenyIngressByDefault()], null),

        new("PK3006", "pods, enforcer unknown", [Quiet.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"))], "warning: Policy 'shop/web' names '10.0.0.0/8', which holds addresses of pods: some enforcers match them, and others do not. Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).", With(Networks)),
        new("PK3006", "pods on Calico", [Web.AllowIngress(Port.Https).From(Cidr("10.244.1.0/24"))], "warning: Policy 'shop/web' names '10.244.1.0/24', which holds addresses of pods: the enforcer of this cluster matches them too, and others do not. Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).", With(Networks, Enforcer.Calico)),
        new("PK3006", "nodes on Cilium", [Quiet.AllowEgress(Port.Https).To(Cidr("10.0.0.7/32"))], "warning: Policy 'shop/web' names '10.0.0.7/32', which holds addresses of nodes: the enforcer of this cluster does not match them, and others do. Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).", With(Networks, Enforcer.Cilium)),
        new("PK3006", "tunnels", [Quiet.AllowEgress(Port.Https).To(Cidr("10.9.0.0/16"))], "warning: Policy 'shop/web' names '10.9.0.0/16', which holds addresses of nodes: some enforcers match them, and others do not. Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).", With(Networks)),
        new("PK3006", "the API server on a node", [Quiet.AllowEgress(Port.Tcp(6443)).To(Cidr("10.0.0.1/32"))], "warning: Policy 'shop/web' names '10.0.0.1/32', which holds addresses of the API server's nodes: the enforcer of this cluster does not match them, and others do. Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).", With(At("10.0.0.1/32", onNodes: true, 6443), Enforcer.Cilium)),
        new("PK3006", "the API server outside", [Quiet.AllowEgress(Port.Tcp(6443)).To(Cidr("10.0.0.1/32"))], null, With(At("10.0.0.1/32", onNodes: false, 6443))),
        new("PK3006", "left out", [Quiet.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8").Except("10.244.0.0/16", "10.0.0.0/24", "10.9.0.0/24"))], null, With(Networks)),
        new("PK3006", "not known", [Quiet.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"))], null),
        new("PK3006", "elsewhere", [Quiet.AllowEgress(Port.Https).To(Cidr("203.0.113.0/24"))], null, With(Networks)),

        new("PK3007", "its own pods by a rollout's label", [Policy.ForPods(("pod-template-hash", "abc")).Named("web").InNamespace("shop").DenyIngressByDefault()], "warning: Policy 'shop/web' selects its pods by 'pod-template-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'."),
        new("PK3007", "peers by a rollout's label", [Web.AllowIngress(Port.Https).From(Pods(("controller-revision-hash", "abc")))], "warning: Policy 'shop/web' selects peers by 'controller-revision-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'."),
        new("PK3007", "pods that have a rollout's label at all", [Web.AllowIngress(Port.Https).From(Pods(Key("pod-template-hash").Exists()))], null),
        new("PK3007", "left out by Cilium", [Web.AllowIngress(Port.Https).From(Pods(("statefulset.kubernetes.io/pod-name", "db-0")))], "warning: Policy 'shop/web' selects peers by 'statefulset.kubernetes.io/pod-name', which Cilium leaves out of identities unless it is told otherwise, so that nothing matches. Select by a label that stays, such as 'app.kubernetes.io/name'.", new() { Engine = Enforcer.Cilium }),
        new("PK3007", "the same on Calico", [Web.AllowIngress(Port.Https).From(Pods(("statefulset.kubernetes.io/pod-name", "db-0")))], null, new() { Engine = Enforcer.Calico }),
        new("PK3007", "a label that stays", [Web.AllowIngress(Port.Https).From(Pods(("app.kubernetes.io/name", "a")))], null, new() { Engine = Enforcer.Cilium }),

        new("PK3014", "one rehearsed policy", PolicySet.Of(Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun), "info: Policy 'shop/web' is rehearsed only: it denies nothing. InMode(RolloutMode.Enforce) enforces what is rehearsed."),
        new("PK3014", "three", PolicySet.Of(Web.DenyIngressByDefault(), Web.Named("b").DenyIngressByDefault(), Web.Named("c").DenyIngressByDefault()).InMode(RolloutMode.DryRun), "info: Policy 'shop/web' is rehearsed only, as 2 more of the set are: they deny nothing. InMode(RolloutMode.Enforce) enforces what is rehearsed."),
        new("PK3014", "enforced", [Web.DenyIngressByDefault()], null),

        new("PK4001", "by a name that is no name", [Web.AllowIngress(Port.Https).From(Namespaces(("name", "edge")))], "warning: Policy 'shop/web' chooses namespaces by the label 'name', which nothing guarantees to be their name. Write Namespace(\"edge\")."),
        new("PK4001", "by several", [Web.AllowIngress(Port.Https).From(Namespaces(Key("namespace").In("a", "b")).Pods(("app", "x")))], "warning: Policy 'shop/web' chooses namespaces by the label 'namespace', which nothing guarantees to be their name. Write Namespaces(\"a\", \"b\")."),
        new("PK4001", "by its absence", [Web.AllowIngress(Port.Https).From(Namespaces(Key("name").NotIn("a")))], "warning: Policy 'shop/web' chooses namespaces by the label 'name', which nothing guarantees to be their name. Use 'kubernetes.io/metadata.name', which the control plane sets."),
        new("PK4001", "by another label", [Web.AllowIngress(Port.Https).From(Namespaces(("team", "edge")))], null),
        new("PK4001", "pods by the label name", [Web.AllowIngress(Port.Https).From(Pods(("name", "edge")))], null),

        new("PK4002", "any beside others", [Web.AllowIngress(Port.Any, Port.Https).From(Self)], "info: Policy 'shop/web' names Port.Any beside other ports, which are part of it. Leave one of them."),
        new("PK4002", "the other direction", [Quiet.AllowIngress(Port.Https).From(Self).AllowEgress(Port.Https).To(Self)], null),
        new("PK4002", "wider later", [Web.AllowIngress(Port.Https).From(Self).AllowIngress(Port.AnyTcp).From(Self)], null),
    ];

    [TestCaseSource(nameof(Data))]
    public void What_an_engine_or_a_selector_makes_of_it_is_found(object row) => ((LintRow)row).Check();

    [Test]
    public void A_rule_that_an_earlier_one_contains_is_found_with_the_place_of_the_earlier_one()
    {
        var policy = Web
            .AllowIngress(Port.AnyTcp).From(AnyNamespace)
            .AllowIngress(Port.Https).From(Namespace("a"));
        var earlier = policy.Ingress![0].Origin;

        policy.Says("PK4002").ShouldBe([$"info: Policy 'shop/web' allows nothing here that its rule at {earlier} does not allow already. Remove it, or narrow the earlier one."]);
    }

    private static IEnumerable<TestCaseData> Data() => LintRow.Data(Rows);
}
