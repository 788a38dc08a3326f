namespace PolicyKit.Conformance;

/// <summary>A raw egress policy obeys the dry run too: it must not cut all egress while it is only rehearsed.</summary>
internal static class Case084
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Create([]).WithRaw(Engine.Kubernetes, """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: { name: allow-smtp, namespace: shop }
                spec:
                  podSelector: { matchLabels: { app: web } }
                  egress:
                  - to: [{ ipBlock: { cidr: 198.51.100.0/24 } }]
                    ports: [{ port: 587, protocol: TCP }]
                """).InMode(RolloutMode.DryRun),
            Policy.ForPods(("app", "db")).InNamespace("shop").DenyIngressByDefault(),
        ];
}
