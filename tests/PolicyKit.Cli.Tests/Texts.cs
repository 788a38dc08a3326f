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
        metadata: {name: web, namespace: shop, labels: {app: web, part: shop}}
        spec: {containers: [{name: main, image: example}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db, part: shop}}
        spec: {containers: [{name: main, image: example}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: proxy, namespace: shop, labels: {app: proxy, part: shop}}
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

    /// <summary>Services before the pods: of one, of all, and of none.</summary>
    public const string Services =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: database, namespace: shop}
        spec:
          selector: {app: db}
          ports: [{port: 80, targetPort: 5432}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: all, namespace: shop}
        spec:
          clusterIP: None
          selector: {part: shop}
          ports: [{port: 5432}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: nobody, namespace: shop}
        spec:
          selector: {app: nobody}
          ports: [{port: 80}]

        """;

    /// <summary>A workload of several pods.</summary>
    public const string Deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec: {containers: [{name: main, image: example}]}

        """;

    /// <summary>A network that may hold pods: engines differ on whether it does.</summary>
    public const string OpenQuestion =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: proxy, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: proxy}}
          policyTypes: [Egress]
          egress:
          - to:
            - ipBlock: {cidr: 10.0.0.0/8}
            ports:
            - {port: 443, protocol: TCP}

        """;
}
