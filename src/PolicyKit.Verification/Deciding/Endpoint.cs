using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

/// <summary>One end of a flow: a pod, a node, the API server, or an address outside the cluster.</summary>
/// <param name="Name">What to call it: <c>namespace/pod</c>, <c>node:name</c>, <c>ip:address</c> or <c>dns:name</c>.</param>
/// <param name="Kinds">What it is.</param>
public sealed record Endpoint(string Name, Kinds Kinds)
{
    /// <summary>Its addresses; the flow says which one is used.</summary>
    public ValueArray<IpAddress> Addresses { get; init; } = [];

    /// <summary>The labels that selectors see.</summary>
    public ValueArray<ScopedLabel> Labels { get; init; } = [];

    /// <summary>Its namespace, if it is a pod.</summary>
    public string? Namespace { get; init; }

    /// <summary>The node it is or runs on, if it is a node or a pod.</summary>
    public string? Node { get; init; }

    /// <summary>The workload that made it, by its name, if it is a pod of one.</summary>
    public string? Owner { get; init; }

    /// <summary>The service account it runs as, if it is a pod.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Its container ports with names.</summary>
    public ValueArray<ContainerPort> NamedPorts { get; init; } = [];

    /// <summary>The DNS names that resolve to it.</summary>
    public ValueArray<string> DnsNames { get; init; } = [];

    /// <summary>Whether policies select it at all: pods are subjects, everything else is only a peer.</summary>
    public bool CanBeSubject => (Kinds & (Kinds.Pod | Kinds.HostNetworkPod)) != 0;

    /// <summary>The value of a label, or null when the endpoint does not have it.</summary>
    /// <param name="scope">The object the label is written on.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value.</returns>
    public string? Label(LabelScope scope, string key)
    {
        foreach (ref readonly var label in Labels.AsSpan())
        {
            if (label.Scope == scope && string.Equals(label.Key, key, StringComparison.Ordinal)) return label.Value;
        }

        return null;
    }

    /// <summary>Its first address of a family, or null when it has none.</summary>
    /// <param name="family">The family.</param>
    /// <returns>The address.</returns>
    public IpAddress? Address(IpFamily family)
    {
        foreach (ref readonly var address in Addresses.AsSpan())
        {
            if (address.Family == family) return address;
        }

        return null;
    }

    /// <summary>The name.</summary>
    /// <returns>What to call it.</returns>
    public override string ToString() => Name;
}
