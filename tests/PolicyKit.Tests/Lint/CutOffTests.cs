using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK1001 and PK1002: pods that can no longer reach the API server or DNS.</summary>
public sealed class CutOffTests
{
    private const string NoApiServer = "warning: Policy 'shop/web' restricts egress, and nothing in its set allows the API server. Add AllowApiServer(), or say NeedsNoApiServer(\"…\") if that is right.";
    private const string PerhapsApiServer = "info: Policy 'shop/web' restricts egress, and none of its rules is certain to allow the API server. If one of them is meant for it, write ApiServerAt(…) there; otherwise add AllowApiServer().";
    private const string NoDns = "warning: Policy 'shop/web' restricts egress, and nothing in its set allows DNS. Add AllowClusterDns(), or say NeedsNoDns(\"…\") if that is right.";
    private const string PerhapsDns = "info: Policy 'shop/web' restricts egress, and none of its rules is certain to allow DNS. If one of them is meant for it, write ClusterDns there; otherwise add AllowClusterDns().";

    private static readonly (string Case, Policy Policy, string? Says)[] TowardApiServer =
    [
        ("pods only", Web.AllowEgress(Port.Https).To(Namespace("minio")), NoApiServer),
        ("a public network on 443", Web.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24")), NoApiServer),
        ("a single address on another port", Web.AllowEgress(Port.OtlpGrpc).To(Cidr("198.51.100.7/32")), NoApiServer),
        ("DNS only", Web.AllowClusterDns(), NoApiServer),
        ("its verb", Web.AllowApiServer(), null),
        ("its addresses", Web.AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.1/32")), null),
        ("anywhere", Web.AllowEgress(Port.Https).ToAnywhere(), null),
        ("anywhere on another port", Web.AllowEgress(Port.Tcp(5432)).ToAnywhere(), NoApiServer),
        ("everything outside", Web.AllowEgress(Port.Any).To(OutsideCluster), null),
        ("the nodes", Web.AllowEgress(Port.TcpRange(6000, 7000)).To(Nodes), null),
        ("a private network on 443", Web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/24")), PerhapsApiServer),
        ("a single address on 443", Web.AllowEgress(Port.Https).To(Cidr("198.51.100.7/32")), PerhapsApiServer),
        ("the internet on 443", Web.AllowEgress(Port.Https).To(Internet), PerhapsApiServer),
        ("said not to be needed", Web.AllowClusterDns().NeedsNoApiServer("a static page"), null),
        ("a default deny alone", Web.DenyEgressByDefault(), null),
        ("egress not governed", Web.AllowIngress(Port.Https).FromAnywhere(), null),
        ("a fragment that nobody reads", Web.AllowClusterDns().Native(Engine.Kubernetes, egress: "- to: [{ipBlock: {cidr: 10.0.0.1/32}}]"), null),
    ];

    private static readonly (string Case, Policy Policy, string? Says)[] TowardDns =
    [
        ("pods only", Web.AllowEgress(Port.Https).To(Namespace("minio")), NoDns),
        ("the API server only", Web.AllowApiServer(), NoDns),
        ("its verb", Web.AllowClusterDns(), null),
        ("the resolver's namespace", Web.AllowEgress(Port.Dns).To(Namespace("kube-system")), null),
        ("a host name", Web.AllowEgress(Port.Https).To(Fqdn("a.example.com")), null),
        ("anywhere", Web.AllowEgress(Port.Any).ToAnywhere(), null),
        ("port 53 of other pods", Web.AllowEgress(Port.Dns).To(Namespace("dns")), PerhapsDns),
        ("a private network", Web.AllowEgress(Port.Any).To(Cidr("169.254.0.0/16")), PerhapsDns),
        ("said not to be needed", Web.AllowApiServer().NeedsNoDns("addresses only"), null),
        ("a default deny alone", Web.DenyEgressByDefault(), null),
    ];

    [TestCaseSource(nameof(ApiServerData))]
    public void Egress_that_leaves_out_the_API_server_is_found(Policy policy, string? says) => policy.Says("PK1001").ShouldBe(Lines(says));

    [TestCaseSource(nameof(DnsData))]
    public void Egress_that_leaves_out_DNS_is_found(Policy policy, string? says) => policy.Says("PK1002").ShouldBe(Lines(says));

    [Test]
    public void A_policy_for_all_pods_of_the_namespace_covers_the_others()
    {
        PolicySet set = [Web.AllowEgress(Port.Https).To(Namespace("minio")), Policy.ForAllPods().InNamespace("shop").AllowClusterDns().AllowApiServer()];

        set.Says("PK1001").ShouldBeEmpty();
        set.Says("PK1002").ShouldBeEmpty();
    }

    [Test]
    public void A_wider_selector_covers_a_narrower_one_and_never_the_other_way_round()
    {
        var narrow = Policy.ForPods(("app", "web"), ("tier", "front"), ("track", "x")).InNamespace("shop").Named("web").AllowEgress(Port.Https).To(Namespace("minio"));

        PolicySet.Of(narrow, Web.Named("wide").AllowApiServer()).Says("PK1001").ShouldBeEmpty();
        PolicySet.Of(narrow.AllowApiServer(), Web.Named("wide").AllowClusterDns()).Says("PK1001").ShouldBe([NoApiServer.Replace("shop/web", "shop/wide")]);
    }

    [TestCase("other")]
    [TestCase(null)]
    public void A_policy_of_another_namespace_covers_nothing(string? name)
    {
        var elsewhere = name is null ? Policy.ForAllPods() : Policy.ForAllPods().InNamespace(name);

        PolicySet.Of(Web.AllowClusterDns(), elsewhere.AllowApiServer()).Says("PK1001").ShouldBe([NoApiServer]);
    }

    [Test]
    public void Two_policies_of_one_selector_cover_each_other() =>
        PolicySet.Of(Web.AllowClusterDns(), Web.Named("other").AllowApiServer()).Says("PK1001").ShouldBeEmpty();

    [Test]
    public void A_raw_manifest_may_allow_anything_so_nothing_is_said() =>
        PolicySet.Of(Web.AllowClusterDns()).WithRaw(Engine.Kubernetes, "{}").Says("PK1001").ShouldBeEmpty();

    [Test]
    public void A_declared_need_that_nothing_allows_is_an_error()
    {
        var needs = Web.DenyEgressByDefault().Needs(ApiServer, ClusterDns);

        needs.Says("PK1001").ShouldBe(["error: Policy 'shop/web' declares that it needs the API server, and nothing in its set allows it. Add AllowApiServer(), or take the need back."]);
        needs.Says("PK1002").ShouldBe(["error: Policy 'shop/web' declares that it needs DNS, and nothing in its set allows it. Add AllowClusterDns(), or take the need back."]);
    }

    [Test]
    public void A_declared_need_is_met_by_a_rule_or_by_egress_that_nobody_governs()
    {
        Web.AllowApiServer().AllowClusterDns().Needs(ApiServer, ClusterDns).Says("PK1001").ShouldBeEmpty();
        Web.DenyIngressByDefault().Needs(ApiServer).Says("PK1001").ShouldBeEmpty();
    }

    [Test]
    public void A_declared_need_is_an_error_where_only_the_default_deny_of_the_set_governs_egress() =>
        PolicySet.Of(Web.DenyIngressByDefault().Needs(ApiServer)).WithDefaultDeny(Directions.Egress).Says("PK1001")
            .ShouldBe(["error: Policy 'shop/web' declares that it needs the API server, and nothing in its set allows it. Add AllowApiServer(), or take the need back."]);

    [Test]
    public void The_finding_stands_at_the_line_of_the_policy()
    {
        var set = PolicySet.Of(Policy.ForPods(("app", "web")).AllowClusterDns());

        set.Emit(Engine.Kubernetes).Diagnostics.ShouldHaveSingleItem().Origin.Line.ShouldBe(((Policy)set[0]).Origin.Line);
    }

    private static IEnumerable<TestCaseData> ApiServerData() => Data(TowardApiServer);

    private static IEnumerable<TestCaseData> DnsData() => Data(TowardDns);

    private static IEnumerable<TestCaseData> Data((string Case, Policy Policy, string? Says)[] table) =>
        table.Select(one => new TestCaseData(one.Policy, one.Says).SetArgDisplayNames(one.Case));

    private static string[] Lines(string? line) => line is null ? [] : [line];
}
