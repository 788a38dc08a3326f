using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.World;

/// <summary>Something of a cluster that policies can see.</summary>
/// <remarks>The hierarchy is closed.</remarks>
public abstract record ClusterObject
{
    private protected ClusterObject()
    {
    }
}

/// <summary>A namespace. The label <c>kubernetes.io/metadata.name</c> is added, as the control plane does.</summary>
/// <param name="Name">Its name.</param>
public sealed record ClusterNamespace(string Name) : ClusterObject
{
    /// <summary>Its labels.</summary>
    public ValueArray<(string Key, string Value)> Labels { get; init; } = [];
}

/// <summary>A pod. Without an address it gets one of the pod network, without a service account it runs as <c>default</c>.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record ClusterPod(string Namespace, string Name) : ClusterObject
{
    /// <summary>Whether it runs in another cluster of the mesh.</summary>
    public bool OfOtherCluster { get; init; }

    /// <summary>Its labels.</summary>
    public ValueArray<(string Key, string Value)> Labels { get; init; } = [];

    /// <summary>Its addresses.</summary>
    public ValueArray<IpAddress> Addresses { get; init; } = [];

    /// <summary>Its container ports with names.</summary>
    public ValueArray<ContainerPort> NamedPorts { get; init; } = [];

    /// <summary>The node it runs on.</summary>
    public string? Node { get; init; }

    /// <summary>The workload that made it, by its name.</summary>
    public string? Owner { get; init; }

    /// <summary>The service account it runs as.</summary>
    public string ServiceAccount { get; init; } = "default";

    /// <summary>Whether it uses its node's network.</summary>
    public bool HostNetwork { get; init; }
}

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
public sealed record ClusterNode(string Name) : ClusterObject
{
    /// <summary>Whether it belongs to another cluster of the mesh.</summary>
    public bool OfOtherCluster { get; init; }

    /// <summary>Its labels.</summary>
    public ValueArray<(string Key, string Value)> Labels { get; init; } = [];

    /// <summary>Its addresses.</summary>
    public ValueArray<IpAddress> Addresses { get; init; } = [];
}

/// <summary>A service account.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record ClusterServiceAccount(string Namespace, string Name) : ClusterObject
{
    /// <summary>Its labels.</summary>
    public ValueArray<(string Key, string Value)> Labels { get; init; } = [];
}

/// <summary>An address outside the cluster with a DNS name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The address it resolves to.</param>
public sealed record ClusterDnsName(string Name, IpAddress Address) : ClusterObject;
