using static PolicyKit.Dsl;
using static PolicyKit.Testing.Tests.Shop;

namespace PolicyKit.Testing.Tests;

/// <summary>What tests say about a whole set of policies.</summary>
internal sealed class SetTests
{
    private static readonly ClusterProfile Facts = new()
    {
        ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], Ports = [6443], OnNodes = false },
        Networks = new() { Pods = [CidrBlock.Parse("10.244.0.0/16")], Nodes = [CidrBlock.Parse("192.168.0.0/24")], Services = [CidrBlock.Parse("10.96.0.0/12")], Tunnels = [] },
    };

    [Test]
    public void Policies_that_every_engine_can_say_mean_the_same_everywhere() => Policies.ShouldMeanTheSameOnEveryEngine(Facts);

    [Test]
    public void An_engine_that_cannot_say_them_is_named()
    {
        var named = PolicySet.Of(Policy.ForAllPods().Named("all").InNamespace("shop").NeedsNoApiServer("it only fetches").AllowEgress(Port.Https).To(Fqdn("a.example.com")));
        var message = MessageOf(() => named.ShouldMeanTheSameOnEveryEngine(Facts));
        message.ShouldStartWith("the policy\n    should mean the same on\nkubernetes, cilium, calico, clusterNetworkPolicy\n    but\nkubernetes: refuses the set\nSetTests.cs(21): error PK3001:");
        message.ShouldEndWith("Write the policies so that kubernetes, calico and clusterNetworkPolicy can say them, or ask only for the engines that you use: ShouldMeanTheSameOn(profile, Engine.Cilium).");
        named.ShouldMeanTheSameOn(Facts, Engine.Cilium);
    }

    [Test]
    public void A_comparison_of_nothing_does_not_pass() => MessageOf(() => PolicySet.Create([]).ShouldMeanTheSameOnEveryEngine(Facts)).ShouldBe(
        """
        no policies at all
            should mean the same on
        kubernetes, cilium, calico, clusterNetworkPolicy
            but
        there is nothing to compare: no policy of the set says anything that more than one engine has words for.
        """);

    [Test]
    public void Findings_are_listed_with_their_lines_and_mends()
    {
        MessageOf(() => Policies.ShouldHaveNoFindings(profile: Facts)).ShouldBe(
            """
            the policy
                should have
            no findings on kubernetes
                but had
            Shop.cs(10): warning PK1001: Policy 'shop/web' restricts egress, and nothing in its set allows the API server. Add AllowApiServer(), or say NeedsNoApiServer("…") if that is right.
            """);
        Policies.NeedsNoApiServer("it only serves pages").ShouldHaveNoFindings(profile: Facts);
    }

    [Test]
    public void Findings_in_raw_manifests_are_listed_too() =>
        MessageOf(() => Policies.NeedsNoApiServer("it only serves pages")
                .WithRaw(Engine.Kubernetes, "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: r, namespace: shop}\nspec: {podSelector: {}, ingress: [{ports: [{port: 5432}]}]}", "Shop.cs", 3)
                .ShouldHaveNoFindings(profile: Facts))
            .ShouldContain("but had\nShop.cs(3), line 4, column 35: warning PK2005: NetworkPolicy shop/r: 'spec.ingress[0]': The rule opens port 5432 (PostgreSQL) to anywhere. Name the peers that need it.");

    [Test]
    public void Pods_that_are_cut_off_from_the_API_server_are_named()
    {
        MessageOf(() => Policies.ShouldKeepTheApiServerReachable(Facts)).ShouldBe(
            """
            shop/web → the API server (ip:10.0.0.1) on 6443/TCP
                should be
            allowed
                but was
            denied at the source (egress: what shop/web may connect to)
                why
            Policy web (Shop.cs(10)) restricts the egress of shop/web to what rules allow, and none of the 2 rules for it allows this.
                closest
            policy web (Shop.cs(13)): 10.0.0.1 is the API server, not a pod in the namespace 'kube-system' whose label k8s-app is 'kube-dns', and the port 6443/TCP is not 53/UDP or 53/TCP.
                mend
            If the pods need it: add AllowApiServer() to a policy for them. If not: say NeedsNoApiServer("why") there.
            """);
        Policies.NeedsNoApiServer("it only serves pages").ShouldKeepTheApiServerReachable(Facts);
        PolicySet.Of(Policy.ForPods(("app", "web")).Named("web").InNamespace("shop").AllowApiServer()).ShouldKeepTheApiServerReachable();
        PolicySet.Of(Policy.ForPods(("app", "web")).Named("web").InNamespace("shop").AllowApiServer()).ShouldKeepTheApiServerReachable(Facts);
    }

    [Test]
    public void A_default_deny_cuts_off_a_workload_that_says_nothing_about_egress() =>
        MessageOf(() => PolicySet.Of(Policy.ForPods(("app", "web")).Named("web").AllowIngress(Port.Https).FromAnywhere()).InNamespace("shop").WithDefaultDeny(Directions.Both).ShouldKeepDnsReachable())
            .ShouldStartWith("shop/web → the cluster's DNS (kube-system/dns) on 53/TCP\n");

    [Test]
    public void Names_can_be_looked_up_where_the_policies_say_so()
    {
        Policies.ShouldKeepDnsReachable(Facts);
        Cluster.ShouldKeepDnsReachable();
        MessageOf(Unpoliced.Apply(PolicySet.Of(Policy.ForPods(("app", "db")).Named("db").InNamespace("shop").DenyEgressByDefault())).ShouldKeepDnsReachable).ShouldEndWith(
            """
                mend
            If the pods look names up: add AllowClusterDns() to a policy for them. If not: say NeedsNoDns("why") there.
            """);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void The_API_server_is_reached_on_a_node_as_well_as_outside(bool onNodes)
    {
        var facts = Facts with { ApiServer = Facts.ApiServer with { OnNodes = onNodes } };
        var reaches = PolicySet.Of(Policy.ForPods(("app", "web")).Named("web").InNamespace("shop").AllowEgress(Port.Tcp(6443)).To(OutsideCluster));
        if (onNodes) MessageOf(() => reaches.ShouldKeepTheApiServerReachable(facts)).ShouldContain("not an address outside the cluster");
        else reaches.ShouldKeepTheApiServerReachable(facts);
    }

    [Test]
    public void A_message_names_no_types_of_ours_and_is_an_exception_of_no_framework()
    {
        typeof(PolicyAssertionException).BaseType.ShouldBe(typeof(Exception));
        typeof(PolicyAssertionException).GetInterfaces().Select(one => one.Name).ShouldContain("IAssertionException");
        typeof(PolicyAssertionException).Assembly.GetReferencedAssemblies().Select(one => one.Name).ShouldNotContain(name => name!.Contains("nunit", StringComparison.OrdinalIgnoreCase));
    }
}
