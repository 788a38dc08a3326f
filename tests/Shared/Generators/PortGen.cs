using FsCheck;
using FsCheck.Fluent;

namespace PolicyKit.Tests.Generators;

/// <summary>Random ports: every form, in every protocol, from few numbers, so that ports, ranges and whole protocols overlap.</summary>
public static class PortGen
{
    private static readonly Gen<int> Numbers = Gen.Elements(1, 53, 80, 443, 6443, 8080, 8081, 8443, 65535);

    /// <summary>One port of any form.</summary>
    public static Gen<Port> Any { get; } = Gen.Frequency(
        (4, Numbers.Select(number => (Port)Port.Tcp(number))),
        (1, Numbers.Select(number => (Port)Port.Udp(number))),
        (1, Numbers.Select(number => (Port)Port.Sctp(number))),
        (2, Range(Port.TcpRange)),
        (1, Range(Port.UdpRange)),
        (1, Range(Port.SctpRange)),
        (1, Gen.Elements<Port>(Port.AnyTcp, Port.AnyUdp, Port.AnySctp)),
        (1, Gen.Constant<Port>(Port.Any)),
        (1, Gen.Constant<Port>(Port.Dns)),
        (1, Gen.Constant<Port>(Port.ApiServer)),
        (2, Named),
        (1, Numbers.Select(number => (Port)Port.Metrics.At(number))));

    /// <summary>One port that is no name: what stands toward an address.</summary>
    public static Gen<Port> Unnamed { get; } = Any.Where(port => port is not Port.ByName);

    private static Gen<Port> Named => Gen.Elements<Port>([.. World.PortNames.Select(name => Port.Named(name)), Port.Named(World.PortNames[1], Protocol.Udp)]);

    private static Gen<Port> Range(Func<int, int, Port> word) =>
        Numbers.Zip(Numbers).Select(pair => word(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)));
}
