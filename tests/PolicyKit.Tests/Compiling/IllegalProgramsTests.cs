using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Tests.Compiling;

/// <summary>What must not compile, with the compiler's own words: they are what a user reads.</summary>
public sealed class IllegalProgramsTests
{
    [TestCase("""var q = p.From(Namespace("x"));""", "CS1061", "'Policy' does not contain a definition for 'From'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).To(Namespace("x"));""", "CS1061", "'IngressClause' does not contain a definition for 'To'")]
    [TestCase("""var q = p.AllowEgress(Port.Https).From(Namespace("x"));""", "CS1061", "'EgressClause' does not contain a definition for 'From'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From(Fqdn("example.com"));""", "CS1503", "cannot convert from 'PolicyKit.HostNamePeer' to 'PolicyKit.Peer'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From(Namespace("x"), Fqdn("example.com"));""", "CS1503", "cannot convert from 'PolicyKit.HostNamePeer' to 'PolicyKit.Peer'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From(ClusterDns);""", "CS1503", "cannot convert from 'PolicyKit.ClusterDnsPeer' to 'PolicyKit.Peer'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From(ApiServerAt("10.0.0.1/32"));""", "CS1503", "cannot convert from 'PolicyKit.ApiServerAtPeer' to 'PolicyKit.Peer'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From();""", "CS1501", "No overload for method 'From' takes 0 arguments")]
    [TestCase("""var q = p.AllowEgress(Port.Https).To();""", "CS1501", "No overload for method 'To' takes 0 arguments")]
    [TestCase("""var q = p.AllowIngress();""", "CS1501", "No overload for method 'AllowIngress' takes 0 arguments")]
    [TestCase("""var q = p.AllowEgress();""", "CS1501", "No overload for method 'AllowEgress' takes 0 arguments")]
    [TestCase("""var q = Policy.ForPods();""", "CS1501", "No overload for method 'ForPods' takes 0 arguments")]
    [TestCase("""var q = Pods();""", "CS1501", "No overload for method 'Pods' takes 0 arguments")]
    [TestCase("""var q = Namespaces();""", "CS1501", "No overload for method 'Namespaces' takes 0 arguments")]
    [TestCase("""PolicySet s = [p.AllowIngress(Port.Https)];""", "CS0029", "Cannot implicitly convert type 'PolicyKit.IngressClause' to 'PolicyKit.PolicySetEntry'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).AllowEgress(Port.Https);""", "CS1061", "'IngressClause' does not contain a definition for 'AllowEgress'")]
    [TestCase("""var q = new Policy();""", "CS1729", "'Policy' does not contain a constructor that takes 0 arguments")]
    [TestCase("""var q = new NetworkPeer();""", "CS1729", "'NetworkPeer' does not contain a constructor that takes 0 arguments")]
    [TestCase("""var q = p with { Name = "x" };""", "CS0200", "Property or indexer 'Policy.Name' cannot be assigned to -- it is read only")]
    [TestCase("""var q = p.AllowIngress(8080).FromAnywhere();""", "CS1503", "cannot convert from 'int' to 'PolicyKit.Port'")]
    [TestCase("""var q = p.AllowIngress(Port.Https).From("10.0.0.0/8");""", "CS1503", "cannot convert from 'string' to 'PolicyKit.Peer'")]
    [TestCase("""var q = p.AllowEgress(Port.Https).To(FromKubelet());""", "CS0103", "The name 'FromKubelet' does not exist in the current context")]
    [TestCase("""var q = p.AllowEgress(Port.Https).To(Kubelet);""", "CS0103", "The name 'Kubelet' does not exist in the current context")]
    [TestCase("""var q = p.AllowEgress(Port.Https).ToKubelet();""", "CS1061", "'EgressClause' does not contain a definition for 'ToKubelet'")]
    [TestCase("""RulePeer k = p.AllowIngress(Port.Probe).FromKubelet().Ingress![0].Peers[0]; var q = p.AllowEgress(Port.Any).To((KubeletPeer)k);""", "CS1503", "cannot convert from 'PolicyKit.KubeletPeer' to 'PolicyKit.EgressPeer'")]
    [TestCase("""var q = PolicySet.Of(p).WithDefaultDeny();""", "CS1501", "No overload for method 'WithDefaultDeny' takes 0 arguments")]
    [TestCase("""var q = p.NeedsNoApiServer();""", "CS7036", "There is no argument given that corresponds to the required parameter 'because'")]
    [TestCase("""var q = Port.Http;""", "CS0117", "'Port' does not contain a definition for 'Http'")]
    public void An_illegal_program_does_not_compile_and_the_compiler_says_why(string statement, string id, string words)
    {
        var errors = Snippet.OfStatement(statement).Errors();

        errors.Count.ShouldBe(1, string.Join('\n', errors));
        errors[0].ShouldStartWith($"{id}: ");
        errors[0].ShouldContain(words);
    }

    [Test]
    public void A_set_in_the_middle_of_an_expression_is_made_with_Of_because_a_cast_of_brackets_is_an_index_to_the_compiler()
    {
        Snippet.OfStatement("var q = (PolicySet)[p, p];").Errors().Distinct().ShouldBe(["CS0119: 'PolicySet' is a type, which is not valid in the given context"]);
        Snippet.OfStatement("var q = PolicySet.Of(p, p);").Errors().ShouldBeEmpty();
    }

    [Test]
    public void The_line_of_the_mission_compiles_exactly_so_under_csharp_12_too(
        [Values(LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.CSharp14)] LanguageVersion version) =>
        Snippet.OfStatement("""PolicySet s = [Policy.ForPods(("app", "web")).AllowIngress(Port.Metrics).From(Namespace("monitoring"))];""", version).Errors().ShouldBeEmpty();

    [Test]
    public void Every_form_of_the_words_compiles_under_csharp_12() => Snippet.OfStatement("""
        IReadOnlyList<Peer> from = [Anywhere];
        var inCluster = true;
        var all = p.Named("web").InNamespace("shop").WithOrder(5).WithLabels(("a", "b")).WithAnnotations(("c", "d"), ("e", "f"))
            .DenyIngressByDefault().DenyEgressByDefault()
            .AllowIngress(Port.Tcp(1), Port.Udp(2)).From(Pods(("app", "x")), SameNamespace, Self)
            .AllowIngress([Port.Sctp(3), Port.TcpRange(4, 5), Port.Named("grpc"), Port.Metrics.At(8083)]).From(from)
            .AllowIngress(Port.Any).From([Nodes, OutsideCluster, Internet])
            .AllowIngress(Port.Probe).Because("kubelet").FromKubelet()
            .AllowIngress(Port.Webhook).From(ApiServer)
            .AllowEgress(Port.Https).To(inCluster ? Namespace("minio") : Cidr("203.0.113.0/24"))
            .AllowEgress(Port.OtlpGrpc, Port.OtlpHttp).To(AnyNamespace.Pods(("app", "collector")), Namespaces("a", "b").Pods(Key("tier").In("x", "y").And(Key("z").Exists())))
            .AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.1/32"), Fqdn("*.example.com"), ClusterDns)
            .AllowEgress(Port.AnyTcp).ToAnywhere()
            .AllowClusterDns().AllowApiServer()
            .Needs(ApiServer, ClusterDns).NeedsNoApiServer("why").NeedsNoDns("why")
            .When(inCluster, q => q.AllowEgress(Port.Dns).ToAnywhere())
            .ForEach(new[] { "a" }, (q, n) => q.AllowIngress(Port.Any).From(Namespace(n)))
            .Native(Engine.Kubernetes, ingress: "- {}");
        PolicySet one = [all];
        PolicySet set = [.. one.WithDefaultDeny("shop", Directions.Both, order: 2000).WithRaw(Engine.Kubernetes, "x"), Policy.ForAllPods(), Policy.ForPods(Labels(("a", "b")).And(Key("c").NotIn("d")))];
        var emitted = PolicySet.Of(all, all).InNamespace("x").When(true, s => s.InMode(RolloutMode.DryRun)).ForEach(new[] { 1 }, (s, _) => s).Emit(Engine.Kubernetes, new() { Engine = Enforcer.Calico }, new() { Accepted = [Gaps.OutsideSources] });
        """, LanguageVersion.CSharp12).Errors().ShouldBeEmpty();
}
