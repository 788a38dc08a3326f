using NUnit.Framework;
using PolicyKit;
using PolicyKit.Testing;

namespace PolicyTests;

/// <summary>Tests of policies as ordinary unit tests: who reaches whom, on every engine, without a cluster.</summary>
public sealed class ShopPoliciesTests
{
    private static readonly TestCluster Cluster = TestCluster.Empty
        .WithPod("shop/web", ("app", "web"))
        .WithPod("shop/db", ("app", "db"))
        .WithPod("shop/job", ("app", "job"))
        .WithPod("ingress-nginx/controller", ("app", "nginx"))
        .WithPod("kube-system/kube-dns", ("k8s-app", "kube-dns"));

    [Test]
    public void Visitors_come_in_through_the_ingress_controller() =>
        Cluster.Apply(ShopPolicies.All).To("shop/web").ShouldAllowOnly(("ingress-nginx/controller", Port.Tcp(8080)));

    [Test]
    public void A_job_gets_nothing() => Cluster.Apply(ShopPolicies.All).To("shop/job").ShouldAllowNothing();

    [Test]
    public void On_every_engine_the_database_is_for_the_web_pods_alone()
    {
        foreach (var engine in Engine.All)
        {
            var cluster = Cluster.Apply(ShopPolicies.All, engine);
            cluster.Connect("shop/web", "shop/db", Port.Tcp(5432)).ShouldBeAllowed();
            cluster.Connect("shop/job", "shop/db", Port.Tcp(5432)).ShouldBeDenied();
        }
    }

    [Test]
    public void Every_engine_means_what_is_written() => ShopPolicies.All.ShouldMeanTheSameOnEveryEngine();

    [Test]
    public void The_rules_find_nothing() => ShopPolicies.All.ShouldHaveNoFindings();

    [Test]
    public void Names_can_be_resolved() => ShopPolicies.All.ShouldKeepDnsReachable();
}
