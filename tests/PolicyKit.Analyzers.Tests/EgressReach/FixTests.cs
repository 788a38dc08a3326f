using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>Both ways out of PK1001 and PK1002.</summary>
public class FixTests
{
    [Test]
    public void Allow_on_one_line() => FixSnippet.Check<AllowNeedFix>(
        "AllowApiServer",
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self).AllowClusterDns()).Emit(Engine.Kubernetes);
        """,
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self).AllowApiServer().AllowClusterDns()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Allow_on_a_line_of_its_own() => FixSnippet.Check<AllowNeedFix>(
        "AllowApiServer",
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web"))
                .AllowEgress(Port.Https).To(Self) // replicas
                .AllowClusterDns(),
            Policy.ForPods(("app", "job"))
                .AllowClusterDns(),
        ];
        policies.Emit(Engine.Kubernetes);
        """,
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web"))
                .AllowEgress(Port.Https).To(Self) // replicas
                .AllowApiServer()
                .AllowClusterDns(),
            Policy.ForPods(("app", "job"))
                .AllowClusterDns()
                .AllowApiServer(),
        ];
        policies.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Say_that_none_is_needed() => FixSnippet.Check<AllowNeedFix>(
        "NeedsNoApiServer",
        """
        var web = Policy.ForPods(("app", "web")).AllowClusterDns();
        PolicySet.Of(web).Emit(Engine.Kubernetes);
        """,
        """
        var web = Policy.ForPods(("app", "web")).AllowClusterDns().NeedsNoApiServer("say why");
        PolicySet.Of(web).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Allow_dns() => FixSnippet.Check<AllowNeedFix>(
        "AllowClusterDns",
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowApiServer()).Emit(Engine.Kubernetes);
        """,
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowApiServer().AllowClusterDns()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Say_that_no_dns_is_needed() => FixSnippet.Check<AllowNeedFix>(
        "NeedsNoDns",
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).When(args.Length > 0, p => p.AllowApiServer())).Emit(Engine.Kubernetes);
        """,
        """
        PolicySet.Of(Policy.ForPods(("app", "web")).When(args.Length > 0, p => p.AllowApiServer().NeedsNoDns("say why"))).Emit(Engine.Kubernetes);
        """);

    [TestCase("Emit(Engine.Cilium)")]
    [TestCase("Emit(Engine.Kubernetes, ClusterProfile.Load(\"prod.yaml\"))")]
    public void Both_ways_out_are_offered(string end) =>
        FixSnippet.Titles<AllowNeedFix>($"""PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self)).{end};""")
            .ShouldBe(["Add .AllowApiServer()", "Say .NeedsNoApiServer(\"…\")", "Add .AllowClusterDns()", "Say .NeedsNoDns(\"…\")"]);

    [TestCase("Kubernetes")]
    [TestCase("ClusterNetworkPolicy")]
    public void An_engine_that_has_to_know_the_address_is_offered_it(string engine) =>
        FixSnippet.Titles<AllowNeedFix>($"""PolicySet.Of(Policy.ForPods(("app", "web")).AllowClusterDns()).Emit(Engine.{engine});""")
            .ShouldBe(["Add .AllowApiServer()", "Allow the API server by its address, and fill it in", "Say .NeedsNoApiServer(\"…\")"]);

    [Test]
    public void Allow_by_an_address_that_a_person_fills_in() => FixSnippet.Check<AllowNeedFix>(
        "apiServerAddress",
        """
        using PolicyKit;

        const string apiServerAddress = "203.0.113.7/32";
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowClusterDns())
            .Emit(Engine.Kubernetes);
        """,
        """
        using PolicyKit;
        using static PolicyKit.Dsl;

        const string apiServerAddress = "203.0.113.7/32";
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowClusterDns()
                .AllowEgress(Port.ApiServer).To(ApiServerAt(apiServerAddress)))
            .Emit(Engine.Kubernetes);
        """);
}
