using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

/// <summary>One endpoint of a Service: an address, and a port on it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Port">The port.</param>
public sealed record ServiceBackend(IpAddress Address, Protocol Protocol, ushort Port)
{
    internal bool Serves(Traffic traffic) => traffic is Traffic.Transport transport && transport.Protocol == Protocol && transport.DestinationPort == Port;
}
