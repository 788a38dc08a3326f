using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Sets;

namespace PolicyKit.App.Comparing;

/// <summary>Two ends between which something else is open than before.</summary>
internal sealed record Change(string From, string To, Reach Before, Reach After)
{
    /// <summary>The ports that are open now and were not.</summary>
    public AllowedPorts Gained => Without(After.Allowed, Before.Allowed);

    /// <summary>The ports that were open and are not.</summary>
    public AllowedPorts Lost => Without(Before.Allowed, After.Allowed);

    /// <summary>Whether something depends on an open question otherwise than before.</summary>
    public bool IsUncertain => !Before.Undefined.Equals(After.Undefined);

    private static AllowedPorts Without(AllowedPorts ports, AllowedPorts others) => new(Without(ports.Tcp, others.Tcp), Without(ports.Udp, others.Udp), Without(ports.Sctp, others.Sctp));

    private static PortSet Without(PortSet ports, PortSet others) => ~(~ports | others);
}
