namespace PolicyKit.Conformance;

/// <summary>The same addition in the words of each engine.</summary>
internal static class Case086
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).DenyIngressByDefault()
                .Native(Engine.Kubernetes, ingress: """
                    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
                      ports: [{ port: 9090, protocol: TCP }]
                    """)
                .Native(Engine.Cilium, ingress: """
                    - fromEndpoints: [{ matchLabels: { "k8s:io.kubernetes.pod.namespace": monitoring } }]
                      toPorts: [{ ports: [{ port: "9090", protocol: TCP }] }]
                    """)
                .Native(Engine.Calico, ingress: """
                    - action: Allow
                      protocol: TCP
                      source: { selector: projectcalico.org/orchestrator == 'k8s', namespaceSelector: projectcalico.org/name == 'monitoring' }
                      destination: { ports: [9090] }
                    """)
                .Native(Engine.ClusterNetworkPolicy, ingress: """
                    - action: Accept
                      from: [{ namespaces: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
                      protocols: [{ tcp: { destinationPort: { number: 9090 } } }]
                    """)).InNamespace("shop");
}
