using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK0012 and PK1003 to PK1013: what is cut off without noticing.</summary>
public sealed class OutageRulesTests
{
    private static readonly Policy Cover = Policy.ForAllPods().InNamespace("shop");

    private static readonly LintRow[] Rows =
    [
        new("PK0012", "ingress only inside When", [Web.When(true, p => p.AllowIngress(Port.Https).From(Self))], "warning: Policy 'shop/web' governs ingress only inside When or ForEach; on the other paths everything reaches its pods. Write DenyIngressByDefault() before it."),
        new("PK0012", "egress only inside ForEach", [Quiet.ForEach(["a"], (p, n) => p.AllowEgress(Port.Https).To(Namespace(n)))], "warning: Policy 'shop/web' governs egress only inside When or ForEach; on the other paths its pods reach everything. Write DenyEgressByDefault() before it."),
        new("PK0012", "governed before", [Web.DenyIngressByDefault().When(true, p => p.AllowIngress(Port.Https).From(Self))], null),
        new("PK0012", "governed after", [Web.When(true, p => p.AllowIngress(Port.Https).From(Self)).AllowIngress(Port.Metrics).From(Namespace("monitoring"))], null),
        new("PK0012", "governed by the set", PolicySet.Of(Web.When(true, p => p.AllowIngress(Port.Https).From(Self))).WithDefaultDeny(Directions.Ingress), null),

        new("PK1003", "UDP only", [Quiet.AllowEgress(Port.Udp(53)).To(ClusterDns)], "warning: Policy 'shop/web' allows DNS over UDP only; an answer that does not fit is asked for again over TCP. Write Port.Dns, which is both."),
        new("PK1003", "TCP only", [Quiet.AllowEgress(Port.Tcp(53)).To(ClusterDns)], "warning: Policy 'shop/web' allows DNS over TCP only; resolvers are asked over UDP first. Write Port.Dns, which is both."),
        new("PK1003", "both", [Quiet.AllowEgress(Port.Tcp(53), Port.Udp(53)).To(ClusterDns)], null),
        new("PK1003", "both in two rules", [Quiet.AllowEgress(Port.Tcp(53)).To(ClusterDns).AllowEgress(Port.AnyUdp).To(Namespace("kube-system"))], null),
        new("PK1003", "its word", [Quiet.AllowEgress(Port.Dns).To(ClusterDns)], null),

        new("PK1004", "by its label", [Web.AllowEgress(Port.Https).To(Namespace("kube-system").Pods(("component", "kube-apiserver")))], "warning: Policy 'shop/web' looks for the API server by the label 'component=kube-apiserver', and it is no pod that a selector sees. Write AllowApiServer()."),
        new("PK1004", "in namespace default", [Web.AllowEgress(Port.Https).To(Namespace("default"))], "warning: Policy 'shop/web' allows the API server's port to the pods of namespace 'default', and the API server is no pod that a selector sees. Write AllowApiServer()."),
        new("PK1004", "in kube-system", [Web.AllowEgress(Port.ApiServer).To(Namespace("kube-system"))], "info: Policy 'shop/web' allows the API server's port to the pods of namespace 'kube-system', and the API server is no pod that a selector sees. If the API server is meant, write AllowApiServer()."),
        new("PK1004", "a workload in default", [Web.AllowEgress(Port.Https).To(Namespace("default").Pods(("app", "minio")))], null),
        new("PK1004", "another port", [Web.AllowEgress(Port.Tcp(8080)).To(Namespace("default"))], null),
        new("PK1004", "ingress", [Web.AllowIngress(Port.Https).From(Namespace("default"))], null),

        new("PK1005", "443 while it may be 6443", [Web.AllowEgress(Port.Https).To(ApiServer)], "warning: Policy 'shop/web' allows the API server on 443/TCP, and in many clusters its endpoints listen on 6443. Write Port.ApiServer: policies act on the endpoint's port, not on the Service's."),
        new("PK1005", "443 while it is 6443", [Web.AllowEgress(Port.Https).To(ApiServerAt("10.0.0.1/32"))], "warning: Policy 'shop/web' allows the API server on 443/TCP, and its endpoints listen on 6443. Write Port.ApiServer: policies act on the endpoint's port, not on the Service's.", With(At("10.0.0.1/32", null, 6443))),
        new("PK1005", "its address by hand", [Web.AllowEgress(Port.Https).To(Cidr("10.0.0.1/32"))], "warning: Policy 'shop/web' allows the API server on 443/TCP, and its endpoints listen on 6443. Write Port.ApiServer: policies act on the endpoint's port, not on the Service's.", With(At("10.0.0.1/32", null, 6443))),
        new("PK1005", "its word", [Web.AllowApiServer()], null, With(At("10.0.0.1/32", null, 6443))),
        new("PK1005", "443 where it is 443", [Web.AllowEgress(Port.Https).To(ApiServer)], null, With(At("10.0.0.1/32", null, 443))),
        new("PK1005", "both", [Web.AllowEgress(Port.Https, Port.Tcp(6443)).To(ApiServer)], null),

        new("PK1006", "a webhook for pods", [Web.AllowIngress(Port.Webhook).From(Namespace("a"))], "warning: Policy 'shop/web' opens the port 'webhook' to pods only, and the API server, which calls webhooks, is no pod. Add a rule for the same port with From(ApiServer)."),
        new("PK1006", "a probe by number and name for pods", [Web.AllowIngress(Port.Probe.At(8081)).From(SameNamespace)], "warning: Policy 'shop/web' opens the port 'probe' to pods only, and the kubelet, which probes, is no pod. Add a rule for the same port with FromKubelet()."),
        new("PK1006", "a webhook for the API server too", [Web.AllowIngress(Port.Webhook).From(Namespace("a")).AllowIngress(Port.Webhook).From(ApiServer)], null, With(new ApiServerFacts { Sources = ApiServerSources.Anywhere })),
        new("PK1006", "a probe for the kubelet too", [Web.AllowIngress(Port.Probe).From(Namespace("a")).AllowIngress(Port.Probe).FromKubelet()], null),
        new("PK1006", "a webhook for anywhere", [Web.AllowIngress(Port.Webhook).FromAnywhere()], null),
        new("PK1006", "an ordinary port", [Web.AllowIngress(Port.Metrics).From(Namespace("a"))], null),

        new("PK1007", "every pod of a shared namespace", [Policy.ForAllPods().InNamespace("kube-system").DenyIngressByDefault().DenyEgressByDefault()], "warning: Policy 'kube-system/all-pods' denies ingress and egress of every pod in namespace 'kube-system', which others use too. Select the pods that are yours with ForPods(…); if all of them are, say Namespace(\"kube-system\").Owned()."),
        new("PK1007", "some pods of it", [Web.InNamespace("kube-system").DenyIngressByDefault()], null),
        new("PK1007", "every pod of an own one", [Policy.ForAllPods().InNamespace("shop").DenyIngressByDefault()], null),
        new("PK1007", "with a rule", [Policy.ForAllPods().InNamespace("default").AllowIngress(Port.Https).From(SameNamespace)], null),

        new("PK1008", "forgotten egress", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self)).WithDefaultDeny(Directions.Both), "warning: Policy 'shop/web' says nothing about egress, and 'shop/default-deny' denies all of it. Allow what the workload needs, or say DenyEgressByDefault() if that is nothing."),
        new("PK1008", "denied aloud", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self).DenyEgressByDefault()).WithDefaultDeny(Directions.Both), null),
        new("PK1008", "allowed by another policy", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self), Quiet.Named("out").AllowEgress(Port.Https).To(Self)).WithDefaultDeny(Directions.Egress), null),
        new("PK1008", "allowed for every pod", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self), Cover.AllowClusterDns().AllowApiServer()).WithDefaultDeny(Directions.Egress), null),
        new("PK1008", "the other direction", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self)).WithDefaultDeny(Directions.Ingress), null),

        new("PK1009", "the cluster's own", [Quiet.AllowEgress(Port.Https).To(Cidr("10.200.0.10/32"))], "warning: Policy 'shop/web' names '10.200.0.10/32', where this cluster has its Services: policies act after translation and never see such an address. Name the pods behind the Service, or ClusterDns, or ApiServer.", With(new NetworkFacts { Services = [CidrBlock.Parse("10.200.0.0/16")] })),
        new("PK1009", "a usual one", [Quiet.AllowEgress(Port.Https).To(Cidr("10.96.0.0/12"))], "info: Policy 'shop/web' names '10.96.0.0/12', where many clusters have their Services: policies act after translation and never see such an address. Name the pods behind the Service, or ClusterDns, or ApiServer."),
        new("PK1009", "a usual one elsewhere", [Quiet.AllowEgress(Port.Https).To(Cidr("10.96.0.0/12"))], null, With(new NetworkFacts { Services = [CidrBlock.Parse("10.200.0.0/16")] })),
        new("PK1009", "a network that holds it among others", [Quiet.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"))], null),

        new("PK1013", "a counterpart in a shared namespace", [Web.AllowIngress(Port.Https).From(Self), Policy.ForPods(("app", "source-controller")).InNamespace("flux-system").AllowIngress(Port.Tcp(9090)).From(Namespace("shop"))], "warning: Policy 'flux-system/source-controller' allows ingress in a namespace that is not the set's own, and so isolates pods there: what no policy of 'flux-system' allows is cut off. See that a policy of 'flux-system' allows the rest, or leave the rule to whoever owns it; if the namespace is yours, say Namespace(\"flux-system\").Owned()."),
        new("PK1013", "the odd one out", [Web.AllowIngress(Port.Https).From(Self), Web.Named("b").AllowIngress(Port.Https).From(Self), Web.InNamespace("other").AllowIngress(Port.Https).From(Self)], "warning: Policy 'other/web' allows ingress in a namespace that is not the set's own, and so isolates pods there: what no policy of 'other' allows is cut off. See that a policy of 'other' allows the rest, or leave the rule to whoever owns it; if the namespace is yours, say Namespace(\"other\").Owned()."),
        new("PK1013", "a namespace that the set denies by default", PolicySet.Of(Web.AllowIngress(Port.Https).From(Self), Web.Named("b").AllowIngress(Port.Https).From(Self), Web.InNamespace("other").AllowIngress(Port.Https).From(Self)).WithDefaultDeny("other", Directions.Ingress), null),
        new("PK1013", "two namespaces of one's own", [Web.AllowIngress(Port.Https).From(Self), Web.InNamespace("other").AllowIngress(Port.Https).From(Self)], null),
    ];

    [TestCaseSource(nameof(Data))]
    public void What_is_cut_off_is_found_and_what_is_not_is_left_alone(object row) => ((LintRow)row).Check();

    [Test]
    public void The_API_server_looked_for_by_labels_is_said_once_for_the_policy() =>
        Web.NeedsNoDns("test").AllowEgress(Port.Https).To(Namespace("default")).Ids().ShouldBe(["PK1004"]);

    private static IEnumerable<TestCaseData> Data() => LintRow.Data(Rows);
}
