namespace PolicyKit.Conformance;

/// <summary>A raw NetworkPolicy rides along on Kubernetes, and is named as missing elsewhere.</summary>
internal static class Case083
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault())
            .WithRaw(Engine.Kubernetes, """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: { name: allow-smtp, namespace: shop }
                spec:
                  podSelector: { matchLabels: { app: web } }
                  policyTypes: [Egress]
                  egress:
                  - to: [{ ipBlock: { cidr: 198.51.100.0/24 } }]
                    ports: [{ port: 587, protocol: TCP }]
                """);
}
