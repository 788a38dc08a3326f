using System.Diagnostics;

namespace PolicyKit.Rules;

/// <summary>What rules ask of ports as they were written.</summary>
internal static class WrittenPorts
{
    /// <summary>Whether one of the ports is this number of this protocol; a name is none.</summary>
    public static bool Hold(this ValueArray<Port> ports, Protocol protocol, int number)
    {
        foreach (var port in ports)
        {
            if (Holds(port, protocol, number)) return true;
        }

        return false;
    }

    private static bool Holds(Port port, Protocol protocol, int number) => port switch
    {
        Port.Numbered one => one.Protocol == protocol && one.Number == number,
        Port.Ranged one => one.Protocol == protocol && one.First <= number && number <= one.Last,
        Port.ByName => false,
        Port.Every => true,
        Port.EveryOf one => one.Protocol == protocol,
        Port.DnsService => protocol is Protocol.Tcp or Protocol.Udp && number == 53,
        Port.ApiServerEndpoint => protocol is Protocol.Tcp && number is 443 or 6443,
        _ => throw new UnreachableException(),
    };
}
