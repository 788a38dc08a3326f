namespace PolicyKit.Conformance;

/// <summary>The seeds' passthrough: flagger may call in, the bucket may be reached, in Cilium's own words.</summary>
internal static class Case085
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))
                .AllowClusterDns()
                .Native(Engine.Cilium,
                    ingress: """
                        - fromEndpoints:
                          - matchLabels:
                              k8s:io.kubernetes.pod.namespace: flagger-system
                              k8s:app: flagger
                          toPorts:
                          - ports:
                            - port: "8080"
                              protocol: TCP
                        """,
                    egress: """
                        - toEndpoints:
                          - matchLabels:
                              k8s:io.kubernetes.pod.namespace: kube-system
                              k8s:k8s-app: kube-dns
                          toPorts:
                          - ports:
                            - port: "53"
                              protocol: UDP
                            - port: "53"
                              protocol: TCP
                            rules:
                              dns:
                              - matchPattern: "*"
                        - toFQDNs:
                          - matchName: bucket.example.com
                          toPorts:
                          - ports:
                            - port: "443"
                              protocol: TCP
                        """)).InNamespace("shop");
}
