using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

public abstract partial record TrafficPredicate
{
    /// <summary>One of some protocols with ports, between some ports; never ICMP.</summary>
    /// <param name="Protocols">The protocols.</param>
    /// <param name="Destination">The ports at the destination.</param>
    /// <param name="Source">The ports at the source; null for any, also an unknown one.</param>
    public sealed record Transports(ProtocolSet Protocols, PortSet Destination, PortSet? Source = null) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) =>
            sight.Traffic is Traffic.Transport transport
            && Protocols.Contains(transport.Protocol)
            && Destination.Contains(transport.DestinationPort)
            && (Source is null || (transport.SourcePort is { } port && Source.Contains(port)))
                ? Truth.True
                : Truth.False;
    }

    /// <summary>The destination port is one that an endpoint declares under a name, for the protocol under which it declares it.</summary>
    /// <param name="Protocol">The protocol that the declaration must have; null for any.</param>
    /// <param name="Name">The name.</param>
    /// <param name="DeclaredBy">The end that declares it: the destination of the flow, or with <paramref name="AtSource"/> its source.</param>
    /// <param name="UpTo">A range from the declared port to this one.</param>
    /// <param name="AtSource">Whether the source port is meant instead.</param>
    public sealed record NamedPort(Protocol? Protocol, string Name, Side DeclaredBy, ushort? UpTo = null, bool AtSource = false) : TrafficPredicate
    {
        internal override Truth Test(Sight sight)
        {
            if (sight.Traffic is not Traffic.Transport transport) return Truth.False;
            var port = AtSource ? transport.SourcePort : transport.DestinationPort;
            foreach (ref readonly var declared in sight.At(DeclaredBy).NamedPorts.AsSpan())
            {
                if (declared.Protocol == transport.Protocol
                    && (Protocol is null || Protocol == declared.Protocol)
                    && string.Equals(declared.Name, Name, StringComparison.Ordinal)
                    && port >= declared.Port && port <= Math.Max(declared.Port, UpTo ?? declared.Port))
                {
                    return Truth.True;
                }
            }

            return Truth.False;
        }
    }

    /// <summary>ICMP of a family, a type and a code; null stands for any.</summary>
    /// <param name="Family">ICMP for IPv4, ICMPv6 for IPv6.</param>
    /// <param name="Type">The type.</param>
    /// <param name="Code">The code.</param>
    public sealed record IcmpIs(IpFamily? Family, byte? Type, byte? Code) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) =>
            sight.Traffic is Traffic.Icmp icmp
            && (Family ?? icmp.Family) == icmp.Family
            && (Type ?? icmp.Type) == icmp.Type
            && (Code ?? icmp.Code) == icmp.Code
                ? Truth.True
                : Truth.False;
    }

    /// <summary>A protocol by its number in the IP header, whatever its ports or types.</summary>
    /// <param name="Number">The number.</param>
    public sealed record ProtocolIs(byte Number) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) => NumberOf(sight.Traffic) == Number ? Truth.True : Truth.False;

        private static byte NumberOf(Traffic traffic) => traffic switch
        {
            Traffic.Transport { Protocol: Protocol.Tcp } => 6,
            Traffic.Transport { Protocol: Protocol.Udp } => 17,
            Traffic.Transport => 132,
            Traffic.Icmp { Family: IpFamily.V4 } => 1,
            Traffic.Icmp => 58,
            Traffic.OtherProtocol other => other.Number,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Traffic between addresses of one family.</summary>
    /// <param name="Family">The family.</param>
    public sealed record FamilyIs(IpFamily Family) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) => sight.PeerAddress.Family == Family ? Truth.True : Truth.False;
    }
}
