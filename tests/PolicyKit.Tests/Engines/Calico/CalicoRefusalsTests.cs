using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>What cannot be said on Calico, or needs a fact that is missing: no manifests, and the reason to the letter.</summary>
public sealed class CalicoRefusalsTests
{
    private static readonly string[] Values = [.. Enumerable.Range(10, 50).Select(number => $"value-with-a-long-name-{number}")];

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case("host name", Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")), Known,
            "PK3001: Policy 'shop/web' allows the host name '*.example.com', and the open-source calico has no egress by host name. Use an engine that has it, say 'calico.edition: enterprise' if the cluster runs that, or write the host's network with Cidr(…).");
        yield return Case("no namespace", Policy.ForPods(("app", "web")).DenyIngressByDefault(), Known,
            "PK0011: Policy 'web' has no namespace, and calico needs one. Add InNamespace(\"…\") to the policy or to its set.");
        yield return Case("API server on other ports without address", Web.AllowEgress(Port.Https).To(ApiServer), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the API server, and calico can only say so by its address, which neither policy nor profile has. Name it with 'apiServer.cidrs' in the profile, or write ApiServerAt(…).");
        yield return Case("webhook without sources", Web.AllowIngress(Port.Webhook).From(ApiServer), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows ingress from the API server, and the profile does not say where its calls come from in this cluster. Say it with 'apiServer.sources', or write FromAnywhere().");
        yield return Case("nodes without networks", Web.AllowEgress(Port.Tcp(10250)).To(Nodes), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the nodes, and calico can only say so by addresses, which the profile does not have. Say 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        yield return Case("nodes with an empty list", Web.AllowEgress(Port.Tcp(10250)).To(Nodes), Known with { Networks = Known.Networks with { Nodes = [] } },
            "PK3002: Policy 'shop/web' allows the nodes, and the profile's 'networks.nodes' is empty. Name the nodes' addresses there.");
        yield return Case("outside without networks", Web.AllowEgress(Port.Https).To(OutsideCluster), Known with { Networks = new() { Pods = Blocks("10.244.0.0/16") } },
            "PK3002: Policy 'shop/web' allows everything outside the cluster, and calico can only say so by addresses, which the profile does not have. Say 'networks.services', 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        yield return Case("a name toward an address", Web.AllowEgress(Port.Named("grpc")).To(Cidr("10.1.0.0/16")), Known,
            "PK3003: Policy 'shop/web' allows the named port 'grpc' toward the network '10.1.0.0/16': a name is looked up at the pod that receives, and there is none. Write the number: Port.Named(\"grpc\").At(…).");
        yield return Case("a version that drops fields", Web.AllowApiServer(), new() { Calico = new() { Version = new(3, 20) } },
            "PK3008: Policy 'shop/web' is for calico 3.20, which drops fields that are written here without a word. Use 3.21 or later, and say so with 'calico.version'.");
        yield return Case("a dry run without staged policies", (Policy)PolicySet.Of(Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun)[0], new() { Calico = new() { Version = new(3, 29) } },
            "PK3008: The dry run of policy 'shop/web' needs StagedNetworkPolicy, which calico 3.29 does not have. Use 3.30 or later, and say so with 'calico.version', or enforce the policy.");
        foreach (var key in new[] { "pcns.team", "pcsa.team", "projectcalico.org/namespace", "projectcalico.org/orchestrator", "projectcalico.org/serviceaccount" })
        {
            var error = $"PK3007: Policy 'shop/web' selects pods by the label '{key}', a name that calico keeps for itself: it never looks at a label of that name. Select by another label, or write the rule as a native fragment.";
            yield return Case($"peers by {key}", Web.AllowIngress(Port.Https).From(Pods((key, "x"))), Known, error);
            yield return Case($"subject by {key}", Policy.ForPods((key, "x")).Named("web").InNamespace("shop").DenyIngressByDefault(), Known, error);
        }

        yield return Case("namespaces by a kept label", Web.AllowIngress(Port.Https).From(Namespaces(("projectcalico.org/name", "x"))), Known,
            "PK3007: Policy 'shop/web' selects namespaces by the label 'projectcalico.org/name', a name that calico keeps for itself: it never looks at a label of that name. Select by another label, or write the rule as a native fragment.");
        yield return Case("a long selector", Web.AllowIngress(Port.Https).From(Pods(Key("app").In("a", Values))), Known,
            "PK3009: A selector of policy 'shop/web' has 1505 characters, and calico takes at most 1024: 'projectcalico.org/orchestrator == 'k8s' && app in {'a', 'value-with-a-long-name-…'. Select by fewer labels or values, or split the values over several rules.");
        yield return Case("a long namespace selector", Web.AllowIngress(Port.Https).From(Namespaces(Key("app").In("a", Values))), Known,
            "PK3009: A selector of policy 'shop/web' has 1462 characters, and calico takes at most 1024: 'app in {'a', 'value-with-a-long-name-10', 'value-with-a-long-name-11', 'value-wi…'. Select by fewer labels or values, or split the values over several rules.");
        yield return Case("a long subject", Policy.ForPods(Key("app").In("a", Values)).Named("web").InNamespace("shop").DenyIngressByDefault(), Known,
            "PK3009: A selector of policy 'shop/web' has 1462 characters, and calico takes at most 1024: 'app in {'a', 'value-with-a-long-name-10', 'value-with-a-long-name-11', 'value-wi…'. Select by fewer labels or values, or split the values over several rules.");
        yield return Case("too many rules",
            Web.ForEach(Enumerable.Range(0, 1025), (policy, number) => policy.AllowIngress(Port.Tcp(80)).From(Namespace($"n-{number}"))), Known,
            "PK3009: Policy 'shop/web' becomes 1025 ingress rules, and calico takes at most 1024 in one object. Split it into several policies for the same pods: what any of them allows is allowed.");
    }

    [TestCaseSource(nameof(Refusals))]
    public void What_cannot_be_said_is_refused_with_reason_and_mend(Policy policy, ClusterProfile profile, string error)
    {
        var emitted = policy.Emit(Engine.Calico, profile);

        emitted.Errors().ShouldBe([error]);
        emitted.Succeeded.ShouldBeFalse();
        Should.Throw<EmitException>(() => emitted.Manifests);
    }

    [Test]
    public void The_refusal_is_at_the_line_of_the_rule()
    {
        var emitted = Web.DenyIngressByDefault().AllowEgress(Port.Https).To(Fqdn("a.example.com")).Emit(Engine.Calico);

        emitted.Diagnostics.Single(one => one.Id is "PK3001").Origin.File.ShouldEndWith("CalicoRefusalsTests.cs");
    }

    [Test]
    public void Labels_that_only_look_kept_are_ordinary_ones() =>
        Web.AllowIngress(Port.Https).From(Pods(("app.pcns.x", "y")), Namespaces(("pcns.x", "y"))).Emit(Engine.Calico).Succeeded.ShouldBeTrue();

    private static TestCaseData Case(string name, Policy policy, ClusterProfile profile, string error) => new TestCaseData(policy, profile, error).SetArgDisplayNames(name);
}
