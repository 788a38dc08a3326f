// Linked into the analyzers: this file must also compile for netstandard2.0.
#if JUDGE
namespace PolicyKit.Verification.Rules;
#else
namespace PolicyKit.Rules;
#endif

/// <summary>Names, ports and labels that rules know by heart, once for the analyzers, the lint and the command line.</summary>
internal static partial class WellKnown
{
    /// <summary>The address at which clouds hand out credentials to whoever asks from inside.</summary>
    internal const string MetadataAddress = "169.254.169.254/32";

    private static readonly (int Port, string Service)[] SensitivePorts =
    [
        (22, "SSH"), (23, "Telnet"), (445, "SMB"), (1433, "SQL Server"), (2375, "Docker"), (2379, "etcd"), (2380, "etcd"), (3306, "MySQL"), (3389, "RDP"),
        (5432, "PostgreSQL"), (5900, "VNC"), (6379, "Redis"), (6443, "the Kubernetes API"), (9200, "Elasticsearch"), (10250, "the kubelet"), (11211, "memcached"), (27017, "MongoDB"),
    ];

    private static readonly string[] SharedNamespaces =
    [
        "default", "kube-system", "kube-public", "kube-node-lease", "flux-system", "argocd", "cert-manager", "istio-system", "gatekeeper-system", "calico-system", "tigera-operator", "openshift-dns",
    ];

    private static readonly string[] ControlPlaneValues = ["kube-apiserver", "openshift-kube-apiserver", "apiserver"];

    private static readonly string[] ControlPlaneKeys = ["component", "app", "k8s-app", "app.kubernetes.io/name", "app.kubernetes.io/component"];

    private static readonly string[] RolloutLabels = ["pod-template-hash", "pod-template-generation", "controller-revision-hash"];

    // Cilium builds identities without these by default; a selector on them matches nothing there.
    private static readonly string[] CiliumExcludedLabels =
    [
        "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "batch.kubernetes.io/job-completion-index", "batch.kubernetes.io/controller-uid", "controller-uid", "etcd_node",
    ];

    /// <summary>Stays in identities, whatever its prefix: it is how Cilium knows the namespace of a pod.</summary>
    private const string CiliumNamespaceLabel = "io.kubernetes.pod.namespace";

    private static readonly string[] CiliumExcludedPrefixes = ["io.kubernetes", "kubernetes.io", "k8s.io", "beta.kubernetes.io", "annotation"];

    /// <summary>The first sensitive TCP port from one number to another, with the service behind it where that is known; null when there is none.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last number.</param>
    /// <param name="listed">The sensitive ports, where they are not the well-known ones.</param>
    internal static (int Port, string? Service)? SensitivePort(int first, int last, IReadOnlyList<int>? listed)
    {
        if (listed is null)
        {
            foreach (var one in SensitivePorts)
            {
                if (first <= one.Port && one.Port <= last) return one;
            }

            return null;
        }

        foreach (var port in listed)
        {
            if (first <= port && port <= last) return (port, Array.Find(SensitivePorts, one => one.Port == port).Service);
        }

        return null;
    }

    /// <summary>Whether a namespace belongs to the cluster or to everybody, not to one team.</summary>
    internal static bool IsSharedNamespace(string name) => Array.IndexOf(SharedNamespaces, name) >= 0;

    /// <summary>Whether somebody who writes this label means the API server.</summary>
    internal static bool IsApiServerLabel(string key, string value) => Array.IndexOf(ControlPlaneKeys, key) >= 0 && Array.IndexOf(ControlPlaneValues, value) >= 0;

    /// <summary>Whether the label gets another value with every rollout.</summary>
    internal static bool IsRolloutLabel(string key) => Array.IndexOf(RolloutLabels, key) >= 0;

    /// <summary>Whether Cilium leaves the label out of identities by default.</summary>
    internal static bool IsExcludedByCilium(string key) =>
        Array.IndexOf(CiliumExcludedLabels, key) >= 0 || (key != CiliumNamespaceLabel && Array.Exists(CiliumExcludedPrefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>Whether the label of a namespace looks like its name, and is not the one that the control plane sets.</summary>
    internal static bool IsNamespaceNameLookalike(string key) => key is "name" or "namespace" or "kubernetes.io/name";

    /// <summary>Who calls a port of this name and is no pod; null when the name says nothing.</summary>
    internal static PortCaller? CallerOf(string portName) => portName switch
    {
        "webhook" => PortCaller.ApiServer,
        "probe" or "health" => PortCaller.Kubelet,
        _ => null,
    };
}
