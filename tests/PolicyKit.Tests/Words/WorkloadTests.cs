using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Words;

/// <summary>A workload is written once: its policy, its pods as a peer and its ports all come from there.</summary>
public sealed class WorkloadTests
{
    private static readonly Workload Jaas = Workload.Of("jaas", "jaas-system", ("app", "jaas"), ("tier", "api")).WithPorts(Port.Named("http").At(8080), Port.Metrics.At(8083));

    [Test]
    public void Its_policy_has_its_name_its_namespace_and_its_pods()
    {
        var policy = Policy.For(Jaas);

        policy.ShouldBe(Policy.ForPods(("app", "jaas"), ("tier", "api")).Named("jaas").InNamespace("jaas-system"));
        (policy.Origin.File, policy.Origin.Line).ShouldBe((ThisFile(), 14));
    }

    [Test]
    public void Its_pods_are_a_peer_that_names_their_namespace() =>
        Jaas.Pods.ShouldBe(Namespace("jaas-system").Pods(("tier", "api"), ("app", "jaas")));

    [Test]
    public void Its_labels_are_sorted() => Jaas.Labels.Select(label => $"{label}").ShouldBe(["app=jaas", "tier=api"]);

    [Test]
    public void A_port_is_asked_for_by_its_name()
    {
        Jaas["metrics"].ShouldBe(Port.Metrics.At(8083));
        Jaas.Ports.Select(port => port.KeptName).ShouldBe(["http", "metrics"]);
    }

    [Test]
    public void A_port_of_the_same_name_replaces_the_other() =>
        Jaas.WithPorts(Port.Metrics.At(9090)).Ports.Select(port => $"{port.KeptName} {port}").ShouldBe(["http 8080/TCP", "metrics 9090/TCP"]);

    [TestCase("htp", "The workload 'jaas' has no port named 'htp'. It has 'http' and 'metrics'.")]
    [TestCase("", "The workload 'jaas' has no port named ''. It has 'http' and 'metrics'.")]
    public void A_port_that_is_not_there_is_refused_with_those_that_are(string name, string message) =>
        Should.Throw<ArgumentException>(() => Jaas[name]).Message.ShouldBe(message);

    [Test]
    public void A_workload_without_ports_says_so() =>
        Should.Throw<ArgumentException>(() => Workload.Of("a", "b", ("app", "c"))["http"]).Message
            .ShouldBe("The workload 'a' has no port named 'http'. It has none; add it with WithPorts(…).");

    [Test]
    public void A_port_without_a_name_is_refused_with_the_mend() =>
        Should.Throw<FormatException>(() => Jaas.WithPorts(Port.Tcp(8080))).Message
            .ShouldBe("'8080/TCP' has no name, so nobody could ask the workload for it. Write Port.Named(\"…\").At(8080).");

    [Test]
    public void Two_values_for_a_label_are_refused() =>
        Should.Throw<FormatException>(() => Workload.Of("a", "b", ("app", "c"), ("app", "d"))).Message
            .ShouldBe("The label 'app' has two values, and no pod carries both. Remove one.");

    [TestCase("Jaas", "ns")]
    [TestCase("jaas", "")]
    public void Names_that_Kubernetes_refuses_are_refused(string name, string namespaceName) =>
        Should.Throw<FormatException>(() => Workload.Of(name, namespaceName, ("app", "a")));

    [Test]
    public void Equal_workloads_are_equal_whatever_the_order_of_their_labels() =>
        Workload.Of("a", "b", ("x", "1"), ("y", "2")).ShouldBe(Workload.Of("a", "b", ("y", "2"), ("x", "1")));

    [Test]
    public void A_named_port_of_a_workload_is_a_number_on_every_engine()
    {
        var policy = Policy.For(Jaas).AllowIngress(Jaas["metrics"]).From(Namespace("monitoring"));

        foreach (var engine in Engine.All) policy.Emit(engine, Emitted.Known).ToYaml().ShouldContain("8083");
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
