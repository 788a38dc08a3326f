using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.World;

/// <summary>A Service.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record ClusterService(string Namespace, string Name) : ClusterObject
{
    /// <summary>Its labels.</summary>
    public ValueArray<(string Key, string Value)> Labels { get; init; } = [];

    /// <summary>Its cluster addresses; none for a headless Service.</summary>
    public ValueArray<IpAddress> Addresses { get; init; } = [];

    /// <summary>The labels of the pods behind it; empty for a Service whose endpoints are listed by hand.</summary>
    public ValueArray<(string Key, string Value)> Selector { get; init; } = [];

    /// <summary>Its ports.</summary>
    public ValueArray<ServicePort> Ports { get; init; } = [];

    /// <summary>Whether it is headless: dialling it reaches an endpoint without translation.</summary>
    public bool IsHeadless => Addresses.Count == 0;
}

/// <summary>One port of a Service.</summary>
/// <param name="Name">Its name; empty when there is only one.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Port">The number that clients dial.</param>
/// <param name="TargetPort">The number at the pod, or null when a name stands there.</param>
/// <param name="TargetName">The name of the pod's port, or null when a number stands there.</param>
public sealed record ServicePort(string Name, Protocol Protocol, ushort Port, ushort? TargetPort, string? TargetName = null);

/// <summary>Listed endpoints of a Service, as an EndpointSlice holds them.</summary>
/// <param name="Namespace">The namespace of the Service.</param>
/// <param name="Service">The name of the Service.</param>
public sealed record ClusterServiceEndpoints(string Namespace, string Service) : ClusterObject
{
    /// <summary>The addresses that take connections.</summary>
    public ValueArray<IpAddress> Addresses { get; init; } = [];

    /// <summary>The addresses that are not ready; nobody is sent there, but some policies see them.</summary>
    public ValueArray<IpAddress> NotReady { get; init; } = [];

    /// <summary>The ports, each with the name of the Service's port.</summary>
    public ValueArray<ContainerPort> Ports { get; init; } = [];
}
