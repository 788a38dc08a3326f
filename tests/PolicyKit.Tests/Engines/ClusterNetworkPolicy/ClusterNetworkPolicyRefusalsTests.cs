using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>What the engine cannot say, and what the profile lacks: refused to the letter.</summary>
public sealed class ClusterNetworkPolicyRefusalsTests
{
    private static readonly ClusterProfile OnCilium = Known with { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 20) } };

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case(Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")), Known,
            "PK3001: Policy 'shop/web' allows the host name '*.example.com', and clusterNetworkPolicy has egress by host name in its experimental channel only. Say 'clusterNetworkPolicy.channel: experimental' if the cluster has it, or write the host's network with Cidr(…).");
        yield return Case(Web.DenyIngressByDefault(), OnCilium with { Cilium = new() { Version = new(1, 19) } },
            "PK3008: The profile's enforcer is cilium 1.19, which does not know ClusterNetworkPolicy: the objects would restrict nothing. Emit for cilium itself, or say 'cilium.version: \"1.20\"' or later if the cluster runs it, with ClusterNetworkPolicy switched on.");
        yield return Case(Web.AllowEgress(Port.Https).To(OutsideCluster), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows everything outside the cluster, and clusterNetworkPolicy can only say so by addresses, which the profile does not have. Say 'networks.pods', 'networks.services', 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        yield return Case(Web.AllowEgress(Port.Https).To(Nodes), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the nodes, and clusterNetworkPolicy can only say so by addresses, which the profile does not have. Say 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        yield return Case(Web.AllowEgress(Port.Https).To(Nodes), OnCilium,
            "PK3002: Policy 'shop/web' allows the nodes, and the enforcer does not match nodes by their addresses, which is all that clusterNetworkPolicy can write. Emit for the enforcer's own engine, or say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so.");
        yield return Case(Web.AllowClusterDns(), OnCilium with { Dns = new() { Addresses = [CidrBlock.Parse("169.254.20.10/32")] } },
            "PK3002: Policy 'shop/web' allows the cluster's resolver, whose address '169.254.20.10/32' is a node's own, and the enforcer does not match nodes by their addresses. Emit for the enforcer's own engine, say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so, or leave it out of 'dns.addresses' if pods answer for it.");
        yield return Case(Web.AllowApiServer(), OnCilium,
            "PK3002: Policy 'shop/web' allows the API server, and the enforcer does not match nodes by their addresses; whether the API server runs on nodes is answered with yes. Emit for the enforcer's own engine, or say 'apiServer.onNodes: false' if its endpoints are outside the cluster.");
        yield return Case(Web.AllowApiServer(), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the API server, and clusterNetworkPolicy can only say so by its address, which neither policy nor profile has. Name it with 'apiServer.cidrs' in the profile, or write ApiServerAt(…).");
        yield return Case(Web.AllowIngress(Port.Webhook).From(ApiServer), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows ingress from the API server, and the profile does not say where its calls come from in this cluster. Say it with 'apiServer.sources', or write FromAnywhere().");
        yield return Case(Web.AllowEgress(Port.Metrics).To(Nodes), Known,
            "PK3003: Policy 'shop/web' allows the named port 'metrics' toward the nodes: a name is looked up at the pod that receives, and there is none. Write the number: Port.Named(\"metrics\").At(…).");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("10.0.0.0/8")), Known,
            "PK3005: Policy 'shop/web' allows ingress from the network '10.0.0.0/8', and clusterNetworkPolicy sees no sources but pods: pods that have addresses there would be cut. Take the pod networks out with Except(…), and name the pods with Namespace(…) or Pods(…).");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("192.168.0.0/24")), ClusterProfile.Unknown,
            "PK3005: Policy 'shop/web' allows ingress from the network '192.168.0.0/24', and clusterNetworkPolicy sees no sources but pods: pods that may have addresses there would be cut. Say 'networks.pods' in the profile, or name the pods with Namespace(…) or Pods(…).");
        yield return Case(Policy.ForPods(("app", "web")).DenyIngressByDefault(), Known,
            "PK0011: Policy 'web' has no namespace, and clusterNetworkPolicy needs one. Add InNamespace(\"…\") to the policy or to its set.");
        yield return Case(Web.DenyIngressByDefault(), In(Known, facts => facts with { AllowPriority = 1000 }),
            "PK3012: The profile's 'clusterNetworkPolicy.allowPriority' is 1000 and its 'denyPriority' is 1000: the deny layer would come before the allow layer, or level with it, and cut what is allowed. Make 'allowPriority' the lower number: lower ones come first.");
    }

    [TestCaseSource(nameof(Refusals))]
    public void What_cannot_be_said_is_refused(Policy policy, ClusterProfile profile, string error) => policy.Emit(profile).Errors().ShouldBe([error]);

    [Test]
    public void A_profile_that_makes_no_sense_is_refused_once_for_all_policies() =>
        PolicySet.Of(Web.DenyIngressByDefault(), Web.Named("api").DenyEgressByDefault())
            .Emit(Engine.ClusterNetworkPolicy, In(Known, facts => facts with { AllowPriority = 900, DenyPriority = 100, Placement = Placement.Admin })).Errors()
            .ShouldHaveSingleItem().ShouldStartWith("PK3012: ");

    [Test]
    public void Placement_Union_needs_no_priority_between_the_tiers() =>
        Web.AllowIngress(Port.Https).From(SameNamespace).Emit(In(Known, facts => facts with { Placement = Placement.Union, AllowPriority = 700, DenyPriority = 0 })).Layers()
            .ShouldBe(["allow.shop.web Admin 1000", "deny.shop.web Baseline 0"]);

    [Test]
    public void Nodes_and_the_API_server_on_Cilium_are_written_where_it_matches_nodes_by_address()
    {
        var profile = OnCilium with { Cilium = new() { Version = new(1, 20), CidrMatchMode = [CidrMatchMode.Nodes] } };

        Web.AllowEgress(Port.Https).To(Nodes).AllowApiServer().Emit(profile).Errors().ShouldBeEmpty();
        Web.AllowApiServer().Emit(OnCilium with { ApiServer = Known.ApiServer with { OnNodes = false } }).Errors().ShouldBeEmpty();
        Web.AllowEgress(Port.Https).To(Nodes).Emit(OnCilium with { ClusterNetworkPolicy = Experimental.ClusterNetworkPolicy }).Errors().ShouldBeEmpty();
    }

    private static IEnumerable<TestCaseData> Warnings()
    {
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("203.0.113.0/24")), ClusterProfile.Unknown, "the network '203.0.113.0/24'");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("10.0.0.0/8").Except("10.244.0.0/16")), Known, "the network '10.0.0.0/8' without '10.244.0.0/16'");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("fd00::/8").Except("fd00:10::/56")), Known, "the network 'fd00::/8' without 'fd00:10::/56'");
        yield return Case(Web.AllowIngress(Port.Https).From(Cidr("10.0.0.0/8")), Known with { Networks = new() { Pods = [] } }, "the network '10.0.0.0/8'");
        yield return Case(Web.AllowIngress(Port.Https).From(Nodes), ClusterProfile.Unknown, "the nodes");
    }

    [TestCaseSource(nameof(Warnings))]
    public void Ingress_from_a_network_without_pods_or_from_nodes_is_a_warning(Policy policy, ClusterProfile profile, string peer)
    {
        var emitted = policy.Emit(profile);
        var diagnostic = emitted.Diagnostics.Where(one => one.Id == "PK3005").ShouldHaveSingleItem();

        emitted.Succeeded.ShouldBeTrue();
        diagnostic.Severity.ShouldBe(Severity.Warning);
        diagnostic.Origin.File.ShouldEndWith("ClusterNetworkPolicyRefusalsTests.cs");
        $"{diagnostic.Id}: {diagnostic.Message} {diagnostic.Mend}".ShouldBe(
            $"PK3005: Policy 'shop/web' allows ingress from {peer}, which has no effect on clusterNetworkPolicy: it sees no sources but pods, and all others reach the pods anyway. Accept the gap 'outside-sources', or emit for an engine that sees addresses.");
    }

    [Test]
    public void Anywhere_beside_a_network_cuts_no_pods_and_is_not_reported() =>
        Web.AllowIngress(Port.Https).From(Anywhere, Cidr("10.0.0.0/8")).Emit().Diagnostics.ShouldNotContain(one => one.Id == "PK3005");

    private static TestCaseData Case(Policy policy, ClusterProfile profile, string text) => new TestCaseData(policy, profile, text).SetArgDisplayNames(text[..Math.Min(70, text.Length)]);
}
