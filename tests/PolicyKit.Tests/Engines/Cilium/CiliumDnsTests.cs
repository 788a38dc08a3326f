using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Host names, and the DNS proxy that has to see the answers.</summary>
public sealed class CiliumDnsTests
{
    private const string Resolver = "- toEndpoints:\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: kube-system\n      k8s:k8s-app: kube-dns\n";
    private const string Asked = "    - port: \"53\"\n      protocol: TCP\n    - port: \"53\"\n      protocol: UDP\n";
    private const string Proxy = "    rules:\n      dns:\n      - matchPattern: \"*\"\n";
    private const string Proxied = Resolver + "  toPorts:\n  - ports:\n" + Asked + Proxy;
    private const string Plain = Resolver + "  toPorts:\n  - ports:\n" + Asked;
    private const string Https = "  toPorts:\n  - ports:\n    - port: \"443\"\n      protocol: TCP\n";

    private static readonly ClusterProfile NewEnough = new() { Cilium = new() { Version = new(1, 19) } };
    private static readonly ClusterProfile NodeLocal = new() { Dns = new() { Addresses = Blocks("169.254.20.10/32") } };

    [TestCase("api.example.com", "matchName: api.example.com")]
    [TestCase("*.example.com", "matchPattern: \"*.example.com\"")]
    [TestCase("**.example.com", "matchPattern: \"**.example.com\"")]
    public void A_host_name_brings_the_proxied_rule_toward_the_resolver(string pattern, string item) =>
        Web.AllowEgress(Port.Https).To(Fqdn(pattern)).Emit(Engine.Cilium, NewEnough).Part("spec.egress").ShouldBe($"{Proxied}- toFQDNs:\n  - {item}\n{Https}");

    [Test]
    public void Without_a_host_name_nothing_is_proxied() =>
        Web.AllowClusterDns().Emit(Engine.Cilium).Part("spec.egress").ShouldBe(Plain);

    [Test]
    public void Every_policy_of_the_namespace_is_proxied_and_none_of_another()
    {
        var emitted = PolicySet.Of(
            Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")),
            Policy.ForAllPods().InNamespace("shop").AllowClusterDns(),
            Policy.ForAllPods().InNamespace("other").AllowClusterDns()).Emit(Engine.Cilium);

        emitted.Manifests.Select(manifest => (manifest.ToString(), manifest.ToYaml().Contains("dns:", StringComparison.Ordinal))).ShouldBe(
        [
            ("CiliumNetworkPolicy other/all-pods", false),
            ("CiliumNetworkPolicy shop/all-pods", true),
            ("CiliumNetworkPolicy shop/web", true),
        ]);
    }

    [Test]
    public void The_port_is_that_of_the_resolvers_pods() =>
        Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")).Emit(Engine.Cilium, new() { Dns = new() { Namespace = "openshift-dns", PodLabels = LabelSelector.Of(("dns.operator.openshift.io/daemonset-dns", "default")), Port = 5353 } })
            .Part("spec.egress").ShouldEndWith("""
                - toEndpoints:
                  - matchLabels:
                      k8s:io.kubernetes.pod.namespace: openshift-dns
                      k8s:dns.operator.openshift.io/daemonset-dns: default
                  toPorts:
                  - ports:
                    - port: "5353"
                      protocol: TCP
                    - port: "5353"
                      protocol: UDP
                    rules:
                      dns:
                      - matchPattern: "*"

                """);

    [Test]
    public void NodeLocal_is_the_host_on_53_and_its_address_wherever_that_is() =>
        Web.AllowClusterDns().Emit(Engine.Cilium, NodeLocal).Part("spec.egress").ShouldBe(
            $"{Plain}- toEntities:\n  - host\n  toPorts:\n  - ports:\n{Asked}- toCIDRSet:\n  - cidr: 169.254.20.10/32\n  toPorts:\n  - ports:\n{Asked}");

    [TestCase("169.254.20.10/32", "10.96.0.0/12", true)]
    [TestCase("fe80::a/128", "10.96.0.0/12", true)]
    [TestCase("10.96.0.10/32", "10.96.0.0/12", true)]
    [TestCase("10.96.0.10/32", null, true)]
    [TestCase("10.0.0.2/32", "10.96.0.0/12", false)]
    public void The_node_is_opened_only_where_the_resolver_may_answer_on_it(string address, string? services, bool opened)
    {
        var profile = new ClusterProfile { Dns = new() { Addresses = Blocks(address) }, Networks = new() { Services = services is null ? null : Blocks(services) } };
        var emitted = Web.AllowClusterDns().Emit(Engine.Cilium, profile);

        emitted.Part("spec.egress").Contains("- host", StringComparison.Ordinal).ShouldBe(opened);
        emitted.Gaps.Any(gap => gap.Id == Gaps.ResolverByNode).ShouldBe(opened);
        emitted.Part("spec.egress").ShouldContain($"- cidr: {address}");
    }

    [TestCase("10.2.0.9/32", false, "  - host\n  - remote-node\n", true)]
    [TestCase("10.3.0.9/32", false, "  - host\n  - remote-node\n", true)]
    [TestCase("10.2.0.9/32", true, "", false)]
    [TestCase("10.4.0.9/32", false, "", false)]
    public void A_resolver_at_the_address_of_a_node_opens_every_node_unless_networks_match_nodes(string address, bool networksMatchNodes, string entities, bool gap)
    {
        var profile = new ClusterProfile
        {
            Engine = Enforcer.Cilium,
            Dns = new() { Addresses = Blocks(address) },
            Networks = new() { Services = Blocks("10.96.0.0/12"), Nodes = Blocks("10.2.0.0/24"), Tunnels = Blocks("10.3.0.0/24") },
            Cilium = new() { CidrMatchMode = networksMatchNodes ? [CidrMatchMode.Nodes] : [] },
        };
        var emitted = Web.AllowClusterDns().Emit(Engine.Cilium, profile);

        var nodes = entities.Length == 0 ? "" : $"- toEntities:\n{entities}  toPorts:\n  - ports:\n{Asked}";
        emitted.Part("spec.egress").ShouldBe($"{Plain}{nodes}- toCIDRSet:\n  - cidr: {address}\n  toPorts:\n  - ports:\n{Asked}");
        emitted.Gaps.Any(one => one.Id == Gaps.ResolverByNode).ShouldBe(gap);
    }

    [Test]
    public void NodeLocal_is_proxied_too() =>
        Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")).Emit(Engine.Cilium, NodeLocal).Part("spec.egress")
            .ShouldBe($"{Proxied}- toEntities:\n  - host\n  toPorts:\n  - ports:\n{Asked}{Proxy}- toCIDRSet:\n  - cidr: 169.254.20.10/32\n  toPorts:\n  - ports:\n{Asked}{Proxy}- toFQDNs:\n  - matchName: api.example.com\n{Https}");

    [Test]
    public void Other_ports_of_the_resolver_are_left_to_it() =>
        Web.AllowEgress(Port.Dns, Port.Tcp(9153)).To(ClusterDns).AllowEgress(Port.Https).To(Fqdn("api.example.com")).Emit(Engine.Cilium).Part("spec.egress")
            .ShouldContain(Resolver + "  toPorts:\n  - ports:\n" + Asked + Proxy + "  - ports:\n    - port: \"9153\"\n      protocol: TCP\n");

    [Test]
    public void Anywhere_beside_the_resolver_still_lets_the_proxy_listen() =>
        Web.AllowEgress(Port.Dns).To(Anywhere, ClusterDns).AllowEgress(Port.Https).To(Fqdn("api.example.com")).Emit(Engine.Cilium).Part("spec.egress")
            .ShouldBe("- toEntities:\n  - all\n  toPorts:\n  - ports:\n" + Asked + Proxied + "- toFQDNs:\n  - matchName: api.example.com\n" + Https);
}
