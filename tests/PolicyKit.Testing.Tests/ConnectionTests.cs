using PolicyKit.Verification.World;
using static PolicyKit.Dsl;
using static PolicyKit.Testing.Tests.Shop;

namespace PolicyKit.Testing.Tests;

/// <summary>What a test of one connection says, to the letter. The bar: somebody who has never seen a network policy understands it.</summary>
internal sealed class ConnectionTests
{
    [Test]
    public void What_is_as_it_should_be_says_nothing()
    {
        Cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Tcp(8083)).ShouldBeAllowed();
        Cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).ShouldBeAllowed();
        Cluster.Connect("default/other", "shop/web-0", Port.AnyTcp).ShouldBeDenied();
        Cluster.Connect("ip:203.0.113.9", "shop/web-0", Port.Https).ShouldBeAllowed();
        Cluster.Connect("shop/web-0", "shop/db-0", Port.Tcp(5432)).ShouldBeAllowed();
        Cluster.Connect("shop/web-0", "ip:1.1.1.1", Port.Https).ShouldBeDenied();
    }

    [Test]
    public void Denied_at_the_destination() => MessageOf(() => Cluster.Connect("default/other", "shop/web-0", Port.Tcp(8083)).ShouldBeAllowed()).ShouldBe(
        """
        default/other → shop/web-0 on 8083/TCP
            should be
        allowed
            but was
        denied at the destination (ingress: what may connect to shop/web-0)
            why
        Policy web (Shop.cs(10)) restricts the ingress of shop/web-0 to what rules allow, and none of the 2 rules for it allows this.
            closest
        policy web (Shop.cs(11)): the port matches, the namespace 'default' is not 'monitoring', and the label app is 'other', not 'prometheus'.
            mend
        If it should be allowed: add .AllowIngress(Port.Tcp(8083)).From(Namespace("default").Pods(("app", "other"))) to a policy for the pods of namespace 'shop' with app=web.
        """);

    [Test]
    public void Denied_at_the_source() => MessageOf(() => Cluster.Connect("shop/web-0", "ip:1.1.1.1", Port.Https).ShouldBeAllowed()).ShouldBe(
        """
        shop/web-0 → ip:1.1.1.1 on 443/TCP
            should be
        allowed
            but was
        denied at the source (egress: what shop/web-0 may connect to)
            why
        Policy web (Shop.cs(10)) restricts the egress of shop/web-0 to what rules allow, and none of the 2 rules for it allows this.
            closest
        policy web (Shop.cs(13)): 1.1.1.1 is outside the cluster, not a pod in the namespace 'kube-system' whose label k8s-app is 'kube-dns', and the port 443/TCP is not 53/UDP or 53/TCP.
            mend
        If it should be allowed: add .AllowEgress(Port.Tcp(443)).To(Cidr("1.1.1.1/32")) to a policy for the pods of namespace 'shop' with app=web.
        """);

    [Test]
    public void Allowed_by_a_rule_and_by_nobodys_restriction() => MessageOf(() => Cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).ShouldBeDenied()).ShouldBe(
        """
        monitoring/prometheus → shop/web-0 on 8083/TCP
            should be
        denied
            but was
        allowed
            why
        No policy restricts the egress of monitoring/prometheus, and a pod that none restricts reaches everything.
        Policy web (Shop.cs(11)) allows it.
            mend
        If it should be denied: restrict the egress of the pods of namespace 'monitoring' with app=prometheus, with DenyEgressByDefault() in a policy for them or WithDefaultDeny(Directions.Egress) on the set.
        If it should be denied: narrow the rule at policy web (Shop.cs(11)).
        """);

    [Test]
    public void What_is_not_decided_is_neither_allowed_nor_denied()
    {
        var cluster = Unpoliced.Apply(PolicySet.Of(Policy.ForPods(("app", "web")).Named("web").InNamespace("shop").AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"))));
        var connection = cluster.Connect("shop/web-0", "default/other", Port.Https);
        const string Rest =
            """
                but was
            not decided at the source (egress: what shop/web-0 may connect to): it depends on what the cluster runs
                why
            Does a network in a policy match pods that have an address in it? If so, this is allowed; if not, denied.
                mend
            Say what the cluster runs, for example .WithProfile(new ClusterProfile { Engine = Enforcer.Calico }): cilium answers no, calico answers yes, kube-network-policies answers yes.
            """;
        MessageOf(connection.ShouldBeAllowed).ShouldBe($"shop/web-0 → default/other on 443/TCP\n    should be\nallowed\n{Rest}");
        MessageOf(connection.ShouldBeDenied).ShouldBe($"shop/web-0 → default/other on 443/TCP\n    should be\ndenied\n{Rest}");
        cluster.WithProfile(new ClusterProfile { Engine = Enforcer.Calico }).Connect("shop/web-0", "default/other", Port.Https).ShouldBeAllowed();
        cluster.WithProfile(new ClusterProfile { Engine = Enforcer.Cilium }).Connect("shop/web-0", "default/other", Port.Https).ShouldBeDenied();
    }

    [Test]
    public void The_first_port_of_a_range_that_is_otherwise_is_named() =>
        MessageOf(() => Cluster.Connect("monitoring/prometheus", "shop/web-0", Port.TcpRange(8080, 8090)).ShouldBeDenied()).ShouldStartWith("monitoring/prometheus → shop/web-0 on 8083/TCP\n");

    [Test]
    public void Both_families_are_asked()
    {
        var cluster = TestCluster.Empty
            .With(new ClusterPod("shop", "web") { Labels = [("app", "web")], Addresses = [Verification.Sets.IpAddress.Parse("10.0.0.1"), Verification.Sets.IpAddress.Parse("fd00::1")] })
            .With(new ClusterNode("far") { Addresses = [Verification.Sets.IpAddress.Parse("192.168.0.1"), Verification.Sets.IpAddress.Parse("fd01::1")] })
            .WithProfile(new ClusterProfile { Engine = Enforcer.Calico })
            .Apply(PolicySet.Of(Policy.ForAllPods().Named("all").InNamespace("shop").AllowIngress(Port.Https).From(Cidr("192.168.0.0/16"))));
        MessageOf(() => cluster.Connect("node:far", "shop/web", Port.Https).ShouldBeAllowed()).ShouldContain("fd01::1 is not in 192.168.0.0/16");
    }

    [TestCase("kubernetes", "NetworkPolicy shop/web restricts the ingress")]
    [TestCase("cilium", "CiliumNetworkPolicy shop/web spec restricts the ingress")]
    [TestCase("calico", "NetworkPolicy shop/web restricts the ingress")]
    [TestCase("clusterNetworkPolicy", "ClusterNetworkPolicy deny.shop.web spec.ingress[0] denies it.")]
    public void What_an_engine_makes_of_the_policies_is_asked_and_named(string engine, string reason)
    {
        var cluster = Unpoliced.WithProfile(new ClusterProfile { Networks = new() { Pods = [CidrBlock.Parse("10.244.0.0/16")] } }).Apply(Policies, Engine.All.Single(one => one.Name == engine));
        cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).ShouldBeAllowed();
        MessageOf(() => cluster.Connect("default/other", "shop/web-0", Port.Metrics).ShouldBeAllowed()).ShouldContain(reason);
    }

    [Test]
    public void Of_manifests_the_mend_is_in_words()
    {
        var cluster = TestCluster.FromYaml(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: []}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            """, "shop.yaml");
        MessageOf(() => cluster.Connect("ip:1.1.1.1", "shop/web", Port.Https).ShouldBeAllowed()).ShouldBe(
            """
            ip:1.1.1.1 → shop/web on 443/TCP
                should be
            allowed
                but was
            denied at the destination (ingress: what may connect to shop/web)
                why
            NetworkPolicy shop/closed (shop.yaml(6,1)) restricts the ingress of shop/web to what rules allow, and nothing is allowed there.
                mend
            If it should be allowed: allow 443/TCP from 1.1.1.1 in a policy for the pods of namespace 'shop' with app=web.
            """);
    }

    [Test]
    public void A_denial_by_a_rule_is_mended_at_that_rule()
    {
        var cluster = TestCluster.FromYaml(
            """
            apiVersion: projectcalico.org/v3
            kind: GlobalNetworkPolicy
            metadata: {name: no-other}
            spec: {order: 1, selector: all(), types: [Ingress], ingress: [{action: Deny, source: {selector: app == 'other'}}, {action: Allow}]}
            """).WithPod("shop/web", ("app", "web")).WithPod("default/other", ("app", "other"));
        MessageOf(() => cluster.Connect("default/other", "shop/web", Port.Https).ShouldBeAllowed()).ShouldEndWith(
            """
                why
            GlobalNetworkPolicy no-other spec.ingress[0] denies it.
                closest
            GlobalNetworkPolicy no-other spec.ingress[1]: everything matches, it is asked only after GlobalNetworkPolicy no-other spec.ingress[0], which denies.
                mend
            If it should be allowed: change what is written at GlobalNetworkPolicy no-other spec.ingress[0], or allow the connection in a rule that is asked before it.
            """);
    }
}
