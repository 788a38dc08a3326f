using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>Whom selectors, entities, networks, names and Services of Cilium match.</summary>
internal sealed class CiliumPeerTests
{
    private const string Namespace = "io.kubernetes.pod.namespace";
    private const string NamespaceLabel = "io.cilium.k8s.namespace.labels.team";

    [TestCase("{}", "shop/db", "allow", TestName = "Cilium peers: everything is the policy's namespace")]
    [TestCase("{}", "ops/tool", "deny", TestName = "Cilium peers: and no other")]
    [TestCase("{}", "ip:8.8.8.8", "deny", TestName = "Cilium peers: nor the world")]
    [TestCase("{}", "node:n2", "deny", TestName = "Cilium peers: nor nodes")]
    [TestCase("{matchLabels: {'k8s:app': db}}", "shop/db", "allow", TestName = "Cilium peers: a label with its source")]
    [TestCase("{matchLabels: {app: db}}", "shop/db", "allow", TestName = "Cilium peers: a label without")]
    [TestCase("{matchLabels: {'any:app': db}}", "shop/db", "allow", TestName = "Cilium peers: a label of any source")]
    [TestCase("{matchLabels: {'container:app': db}}", "shop/db", "deny", TestName = "Cilium peers: a label of a source that pods have not")]
    [TestCase("{matchLabels: {'k8s:io.kubernetes.pod.namespace': ops}}", "ops/tool", "allow", TestName = "Cilium peers: a namespace by name")]
    [TestCase("{matchLabels: {'k8s:io.kubernetes.pod.namespace': ops}}", "ops/agent", "deny", TestName = "Cilium peers: host-network pods are nodes")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.namespace.labels.team': ops}}", "ops/tool", "allow", TestName = "Cilium peers: a namespace by label")]
    [TestCase("{matchLabels: {io.cilium.k8s.namespace.labels.team: shop}}", "ops/tool", "deny", TestName = "Cilium peers: a namespace by another label")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name': ops}}", "ops/tool", "allow", TestName = "Cilium peers: a namespace by its name label")]
    [TestCase("{matchExpressions: [{key: 'k8s:" + Namespace + "', operator: Exists}]}", "ops/tool", "allow", TestName = "Cilium peers: every namespace")]
    [TestCase("{matchExpressions: [{key: 'k8s:" + Namespace + "', operator: Exists}]}", "ip:8.8.8.8", "deny", TestName = "Cilium peers: every namespace is not the world")]
    [TestCase("{matchExpressions: [{key: '" + Namespace + "', operator: NotIn, values: [shop]}]}", "ops/tool", "allow", TestName = "Cilium peers: every namespace but one")]
    [TestCase("{matchExpressions: [{key: '" + Namespace + "', operator: NotIn, values: [shop]}]}", "shop/db", "deny", TestName = "Cilium peers: not that one")]
    [TestCase("{matchExpressions: [{key: '" + Namespace + "', operator: NotIn, values: [shop]}]}", "ip:8.8.8.8", "deny", TestName = "Cilium peers: held to the local cluster, a negation is not the world")]
    [TestCase("{matchExpressions: [{key: app, operator: DoesNotExist}]}", "shop/job", "allow", TestName = "Cilium peers: a missing label")]
    [TestCase("{matchExpressions: [{key: app, operator: In, values: [db, tool]}]}", "shop/db", "allow", TestName = "Cilium peers: one of some values")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.policy.serviceaccount': runner}}", "shop/job", "allow", TestName = "Cilium peers: a service account")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.policy.serviceaccount': runner}}", "shop/db", "deny", TestName = "Cilium peers: another service account")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.policy.cluster': default}}", "shop/db", "allow", TestName = "Cilium peers: the cluster by name")]
    [TestCase("{matchLabels: {'k8s:io.cilium.k8s.policy.cluster': east}}", "shop/db", "deny", TestName = "Cilium peers: another cluster")]
    [TestCase("{matchLabels: {pod-template-hash: abc}}", "shop/job", "deny", TestName = "Cilium peers: a label that is no part of an identity")]
    [TestCase("{matchExpressions: [{key: pod-template-hash, operator: DoesNotExist}]}", "shop/job", "allow", TestName = "Cilium peers: is never there")]
    [TestCase("{matchLabels: {'reserved:remote-node': ''}}", "node:n2", "allow", TestName = "Cilium peers: other nodes")]
    [TestCase("{matchLabels: {'reserved:remote-node': ''}}", "ops/agent", "allow", TestName = "Cilium peers: and their host-network pods")]
    [TestCase("{matchLabels: {'reserved:world': ''}}", "ip:8.8.8.8", "allow", TestName = "Cilium peers: the world by its label")]
    [TestCase("{matchLabels: {'reserved:world': x}}", "ip:8.8.8.8", "deny", TestName = "Cilium peers: reserved labels have no value")]
    [TestCase("{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}", "ip:8.8.8.8", "allow", TestName = "Cilium peers: whatever is not the own node")]
    public void A_selector_matches(string selector, string peer, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{fromEndpoints: [{selector}]}}]")).Ask($"{peer} > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("{}", "ops/tool", "allow")]
    [TestCase("{}", "ip:8.8.8.8", "deny")]
    [TestCase("{matchLabels: {app: tool}}", "ops/tool", "allow")]
    [TestCase("{matchExpressions: [{key: app, operator: NotIn, values: [tool]}]}", "ip:8.8.8.8", "deny")]
    public void In_a_policy_of_the_cluster_a_selector_means_every_namespace(string selector, string peer, string verdict) =>
        JudgeOf(Clusterwide($"endpointSelector: {{}}, ingress: [{{fromEndpoints: [{selector}]}}]"), Newest with { DefaultLocalCluster = false }).Ask($"{peer} > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("ip:8.8.8.8", "")]
    [TestCase("node:n2", "")]
    [TestCase("ip:8.8.8.8", ", {key: 'k8s:" + Namespace + "', operator: Exists}")]
    public void Without_the_hold_of_the_local_cluster_a_negation_needs_a_guard(string peer, string guard) =>
        JudgeOf(
            Policy($"endpointSelector: {{}}, ingress: [{{fromEndpoints: [{{matchExpressions: [{{key: '{NamespaceLabel}', operator: NotIn, values: [ops]}}{guard}]}}]}}]"),
            Newest with { DefaultLocalCluster = false }).Ask($"{peer} > shop/web TCP/80").ShouldBe(guard.Length == 0 ? "allow" : "deny");

    [TestCase("{matchLabels: {'k8s:" + Namespace + "': ops}}", "shop/web", TestName = "Cilium subjects: a label of another namespace is overwritten")]
    [TestCase("{matchLabels: {'any:" + Namespace + "': ops}}", null, TestName = "Cilium subjects: of any source it is added, and selects nothing")]
    [TestCase("{matchLabels: {" + Namespace + ": ops}}", null, TestName = "Cilium subjects: without a source too")]
    [TestCase("{matchExpressions: [{key: 'k8s:" + Namespace + "', operator: In, values: [ops]}]}", null, TestName = "Cilium subjects: as an expression too")]
    public void A_policy_selects_pods_of_its_own_namespace_only(string selector, string? selected)
    {
        var judge = JudgeOf(Policy($"endpointSelector: {selector}, ingress: [{{}}]"));
        judge.Ask("kube-system/dns > shop/web TCP/80").ShouldBe(selected is null ? "allow" : "deny");
        judge.Ask("kube-system/dns > ops/tool TCP/80").ShouldBe("allow");
    }

    [TestCase("host", "node:n1")]
    [TestCase("remote-node", "ops/agent node:n2")]
    [TestCase("world", "ip:203.0.113.10 ip:8.8.8.8 dns:api.example.com")]
    [TestCase("kube-apiserver", "ip:203.0.113.10")]
    [TestCase("cluster", "shop/db ops/tool ops/agent node:n1 node:n2 ip:203.0.113.10")]
    [TestCase("all", "shop/db ops/tool ops/agent node:n1 node:n2 ip:203.0.113.10 ip:8.8.8.8 dns:api.example.com")]
    [TestCase("none", "")]
    [TestCase("init", "")]
    [TestCase("unmanaged", "")]
    [TestCase("health", "")]
    [TestCase("ingress", "")]
    public void An_entity_is(string entity, string peers)
    {
        var judge = JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toEntities: [{entity}]}}]"));
        string[] ends = ["shop/db", "ops/tool", "ops/agent", "node:n1", "node:n2", "ip:203.0.113.10", "ip:8.8.8.8", "dns:api.example.com"];
        string.Join(' ', ends.Where(end => judge.Ask($"shop/web > {end} TCP/80") == "allow")).ShouldBe(peers);
    }

    [TestCase("toFQDNs: [{matchName: api.example.com}]", "dns:api.example.com", "allow")]
    [TestCase("toFQDNs: [{matchPattern: '*.example.com'}]", "dns:api.example.com", "allow")]
    [TestCase("toFQDNs: [{matchPattern: '*.example.com'}]", "dns:a.b.example.com", "deny")]
    [TestCase("toFQDNs: [{matchPattern: '**.example.com'}]", "dns:a.b.example.com", "allow")]
    [TestCase("toFQDNs: [{matchPattern: '*'}]", "dns:a.b.example.com", "allow")]
    [TestCase("toFQDNs: [{matchPattern: '*'}]", "ip:8.8.8.8", "deny")]
    [TestCase("toServices: [{k8sService: {serviceName: tool, namespace: ops}}]", "ops/tool", "allow")]
    [TestCase("toServices: [{k8sService: {serviceName: tool, namespace: ops}}]", "ops/web", "deny")]
    [TestCase("toServices: [{k8sServiceSelector: {selector: {matchLabels: {kind: internal}}, namespace: ops}}]", "ops/tool", "allow")]
    [TestCase("toServices: [{k8sServiceSelector: {selector: {matchExpressions: [{key: kind, operator: DoesNotExist}]}, namespace: ops}}]", "ops/tool", "deny")]
    [TestCase("toServices: [{k8sService: {serviceName: legacy, namespace: ops}}]", "ip:198.51.100.20", "allow")]
    [TestCase("toServices: [{k8sService: {serviceName: legacy, namespace: ops}}]", "ip:8.8.8.8", "deny")]
    [TestCase("toServices: [{k8sService: {serviceName: nobody, namespace: ops}}]", "ip:8.8.8.8", "deny")]
    [TestCase("toServices: [{k8sService: {serviceName: nobody, namespace: ops}}], toPorts: [{ports: [{port: '80'}]}]", "ip:8.8.8.8", "allow", Description = "A Service that is not there opens the ports to everybody.")]
    public void Names_and_Services_are(string peer, string end, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{{peer}}}]")).Ask($"shop/web > {end} TCP/80").ShouldBe(verdict);

    [Test]
    public void A_deny_never_looks_a_Service_up() =>
        JudgeOf(Policy("endpointSelector: {matchLabels: {app: web}}, egress: [{toEntities: [all]}], egressDeny: [{toServices: [{k8sService: {serviceName: tool, namespace: ops}}], toPorts: [{ports: [{port: '80'}]}]}]"))
            .Ask("shop/web > ip:8.8.8.8 TCP/80").ShouldBe("deny");

    [Test]
    public void Host_names_need_the_proxy() =>
        JudgeOf(Policy("endpointSelector: {matchLabels: {app: web}}, egress: [{toFQDNs: [{matchName: api.example.com}]}]"), Newest with { L7Proxy = false })
            .Ask("shop/web > dns:api.example.com TCP/80").ShouldBe("deny");
}
