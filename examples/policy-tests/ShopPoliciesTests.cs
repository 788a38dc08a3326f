using NUnit.Framework;
using PolicyKit;
using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.World;

namespace PolicyTests;

/// <summary>Tests of policies as ordinary unit tests: who reaches whom, on every engine, without a cluster.</summary>
public sealed class ShopPoliciesTests
{
    private static readonly SimulatedCluster Cluster = SimulatedCluster.Empty.With(
        Pod("shop", "web"), Pod("shop", "db"), Pod("shop", "job"), Pod("ingress-nginx", "controller"), Pod("kube-system", "kube-dns"));

    [TestCase("ingress-nginx/controller", "shop/web", 8080, ExpectedResult = "allow")]
    [TestCase("shop/web", "shop/db", 5432, ExpectedResult = "allow")]
    [TestCase("shop/job", "shop/db", 5432, ExpectedResult = "deny")]
    [TestCase("ingress-nginx/controller", "shop/db", 5432, ExpectedResult = "deny")]
    [TestCase("ingress-nginx/controller", "shop/job", 80, ExpectedResult = "deny")]
    [TestCase("shop/web", "ip:203.0.113.10", 443, ExpectedResult = "deny")]
    public string? As_it_is_written(string from, string to, int port) =>
        Judge.Of(ShopPolicies.All, Cluster).Decide(from, to, Traffic.Tcp((ushort)port)).Whole.ToString();

    [Test]
    public void On_every_engine_the_database_is_for_the_web_pods_alone()
    {
        foreach (var engine in Engine.All)
        {
            var judge = Judge.Of(Judge.Read(ShopPolicies.All.Emit(engine).Manifests), Cluster);
            Assert.That(judge.Decide("shop/web", "shop/db", Traffic.Tcp(5432)).Whole, Is.InstanceOf<Verdict.Allow>(), engine.Name);
            Assert.That(judge.Decide("shop/job", "shop/db", Traffic.Tcp(5432)).Whole, Is.InstanceOf<Verdict.Deny>(), engine.Name);
        }
    }

    [Test]
    public void Every_engine_means_what_is_written() =>
        Assert.That(Agreement.Check(ShopPolicies.All, options: new() { MostFlows = 1_000 }).Holds, Is.True);

    [Test]
    public void The_rules_find_nothing() =>
        Assert.That(ShopPolicies.All.Emit(Engine.Kubernetes).Diagnostics.Where(one => one.Severity is not Severity.Info), Is.Empty);

    private static ClusterPod Pod(string @namespace, string name) => new(@namespace, name) { Labels = [(@namespace == "kube-system" ? "k8s-app" : "app", name)] };
}
