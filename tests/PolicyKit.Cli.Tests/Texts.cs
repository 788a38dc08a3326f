namespace PolicyKit.Cli.Tests;

/// <summary>YAML that several tests read.</summary>
internal static class Texts
{
    public const string Pods =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: main, image: example}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db}}
        spec: {containers: [{name: main, image: example}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: proxy, namespace: shop, labels: {app: proxy}}
        spec: {containers: [{name: main, image: example}]}

        """;

    public const string Policies =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          policyTypes: [Ingress]
          ingress:
          - from:
            - podSelector: {matchLabels: {app: web}}
            ports:
            - {port: 5432, protocol: TCP}

        """;
}
