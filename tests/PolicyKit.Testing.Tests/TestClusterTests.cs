using static PolicyKit.Dsl;
using static PolicyKit.Testing.Tests.Shop;

namespace PolicyKit.Testing.Tests;

/// <summary>How a cluster comes to be, and what is refused on the way, with the mend.</summary>
internal sealed class TestClusterTests
{
    [Test]
    public void A_cluster_without_policies_lets_everything_through() => Unpoliced.Connect("default/other", "shop/db-0", Port.Any).ShouldBeAllowed();

    [Test]
    public void Sets_that_are_applied_one_after_the_other_unite()
    {
        var closed = Unpoliced.Apply(PolicySet.Of(Policy.ForAllPods().Named("closed").InNamespace("shop").DenyIngressByDefault()));
        closed.Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).ShouldBeDenied();
        closed.Apply(Policies).Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).ShouldBeAllowed();
    }

    [Test]
    public void A_name_that_is_not_there_is_refused_with_a_guess() =>
        Should.Throw<ArgumentException>(() => Cluster.Connect("shop/web-1", "shop/db-0", Port.Https)).Message.ShouldContain("Did you mean 'shop/web-0'?");

    [Test]
    public void A_port_that_nobody_declares_is_refused() =>
        Should.Throw<ArgumentException>(() => Cluster.Connect("shop/web-0", "shop/db-0", Port.Metrics)).Message
            .ShouldStartWith("'shop/db-0' declares no port named 'metrics'. Give the pod one, WithPod(\"shop/db-0\", [labels], (\"metrics\", 8080)), or write the port by its number.");

    [Test]
    public void A_pod_is_named_with_its_namespace() =>
        Should.Throw<FormatException>(() => TestCluster.Empty.WithPod("web")).Message.ShouldBe("'web' is not the name of a pod. Write 'namespace/name'.");

    [Test]
    public void Words_of_one_engine_need_their_engine() =>
        Should.Throw<ArgumentException>(() => Unpoliced.Apply(Policies.WithRaw(Engine.Kubernetes, "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\nspec: {podSelector: {}}"))).Message
            .ShouldStartWith("The set holds raw manifests or native fragments, and only their engine knows what they mean. Say which engine is meant: Apply(policies, Engine.Cilium).");

    [Test]
    public void What_is_written_and_what_is_emitted_are_not_mixed() =>
        Should.Throw<ArgumentException>(() => Cluster.Apply(Policies, Engine.Cilium)).Message.ShouldStartWith("Policies as they are written and manifests cannot be applied to one cluster.");

    [Test]
    public void What_an_engine_refuses_is_refused_with_its_diagnostics() =>
        Should.Throw<EmitException>(() => Unpoliced.Apply(PolicySet.Of(Policy.ForAllPods().Named("all").InNamespace("shop").AllowEgress(Port.Https).To(Fqdn("a.example.com"))), Engine.Kubernetes)
            .Connect("shop/web-0", "ip:1.1.1.1", Port.Https).ShouldBeAllowed()).Message.ShouldContain("PK3001");

    [Test]
    public void A_manifest_that_nobody_would_enforce_is_refused() =>
        Should.Throw<FormatException>(() => TestCluster.FromYaml("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\nspec: {podSelector: {}, policyTypes: [Inbound]}", "x.yaml")
            .WithPod("default/a").Connect("ip:1.1.1.1", "default/a", Port.Https).ShouldBeAllowed()).Message.ShouldContain("x.yaml(4");

    [Test]
    public void A_connection_explains_itself_without_an_assertion() =>
        Cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Metrics).Explain().ShouldStartWith("monitoring/prometheus → shop/web-0 on 8083/TCP: allowed\n");
}
