using FsCheck;
using FsCheck.Fluent;

namespace PolicyKit.Tests.Literals;

/// <summary>Random legal literals. Networks come from a few crowded corners, so that many of them touch, nest and repeat.</summary>
public static class LiteralArbitraries
{
    private static readonly Gen<string> Names = Gen.Elements("a", "web", "any", "dns", "in", "notin", "x-1", "metrics", "apiserver");
    private static readonly Gen<string> Keys = Gen.Elements("a", "in", "notin", "tier", "App_1", "app.kubernetes.io/name", "example.com/in");
    private static readonly Gen<string> Values = Gen.Elements("", "in", "api", "edge", "v1.2-rc_3", "0");
    private static readonly Gen<Protocol> Protocols = Gen.Elements(Protocol.Tcp, Protocol.Udp, Protocol.Sctp);

    public static Arbitrary<CidrBlock> Networks() => Gen.OneOf(
        Network(IpFamily.V4, Gen.Elements(0x0a00_0000UL << 32, 0UL, ulong.MaxValue), Gen.Elements(0UL), 28, 32),
        Network(IpFamily.V4, Gen.Choose(int.MinValue, int.MaxValue).Select(bits => (ulong)(uint)bits << 32), Gen.Elements(0UL), 0, 32),
        Network(IpFamily.V6, Gen.Elements(0x2001_0db8_0000_0000UL), Gen.Choose(0, 15).Select(bits => (ulong)bits << 60), 60, 68),
        Network(IpFamily.V6, Bits64, Bits64, 0, 128)).ToArbitrary();

    public static Arbitrary<CidrBlock[]> SetsOfNetworks() => Networks().Generator.ArrayOf().ToArbitrary();

    public static Arbitrary<Port> Ports() => Gen.OneOf(
        Gen.Elements<Port>(Port.Any, Port.Dns, Port.ApiServer),
        Protocols.Select(protocol => (Port)new Port.EveryOf(protocol)),
        Protocols.Zip(Names).Select(pair => (Port)Port.Named(pair.Item2, pair.Item1)),
        Protocols.Zip(Number.Zip(Number)).Select(pair => Range(pair.Item1, pair.Item2.Item1, pair.Item2.Item2))).ToArbitrary();

    public static Arbitrary<LabelSelector> Selectors() =>
        Requirement.ArrayOf().Select(all => all.Aggregate(LabelSelector.Everything, (selector, next) => selector.And(next))).ToArbitrary();

    public static Arbitrary<Label> OneLabel() => Keys.Zip(Values).Select(pair => Label.Of(pair.Item1, pair.Item2)).ToArbitrary();

    public static Arbitrary<Label[]> Labels() => OneLabel().Generator.ArrayOf().ToArbitrary();

    public static Arbitrary<DnsPattern> Patterns() => Gen.Elements("", "*.", "**.")
        .Zip(Gen.Elements("a", "Api", "x_y", "1", "xn--bcher-kva").NonEmptyListOf())
        .Select(pair => DnsPattern.Parse($"{pair.Item1}{string.Join('.', pair.Item2.Take(20))}.example")).ToArbitrary();

    /// <summary>Legal texts with a few letters changed, so that most are nearly legal.</summary>
    public static Arbitrary<Misspelling> Misspellings() => Gen.OneOf(
            Networks().Generator.Select(block => block.ToString()),
            Ports().Generator.Select(port => port.ToString()),
            Patterns().Generator.Select(pattern => pattern.ToString()),
            Keys,
            Gen.Elements("::ffff:10.0.0.0/104", "10.0.0.0/255.0.0.0", "fe80::1%eth0/64", "HTTP--x", "example.com:443", "https://a.b/c", ""))
        .Zip(Gen.Choose(0, 1000).Zip(Gen.Elements([.. "0193aAfxZ:./-_*%+ '٨é\n\ud800"])).ListOf())
        .Select(drawn => new Misspelling(drawn.Item2.Take(4).Aggregate(drawn.Item1, Misspell))).ToArbitrary();

    private static string Misspell(string text, (int Place, char Letter) change)
    {
        var at = change.Place % (text.Length + 1);
        return (change.Place % 3) switch
        {
            0 => text.Insert(at, change.Letter.ToString()),
            1 => text[..at] + text[Math.Min(at + 1, text.Length)..],
            _ => text[..at] + change.Letter + text[Math.Min(at + 1, text.Length)..],
        };
    }

    private static Gen<int> Number => Gen.OneOf(Gen.Elements(1, 2, 65534, 65535), Gen.Choose(1, 65535));

    private static Gen<ulong> Bits64 => Gen.Choose(int.MinValue, int.MaxValue).Two()
        .Select(pair => ((ulong)(uint)pair.Item1 << 32) | (uint)pair.Item2)
        .SelectMany(bits => Gen.Elements(0UL, bits, bits & 0xffff_0000_0000_ffff));

    private static Gen<LabelSelector> Requirement => Keys.Select(LabelKey.Of).SelectMany(key => Gen.OneOf(
        Gen.Elements(key.Exists(), key.DoesNotExist()),
        Values.NonEmptyListOf().Select(values => key.In(values[0], [.. values.Skip(1)])),
        Values.NonEmptyListOf().Select(values => key.NotIn(values[0], [.. values.Skip(1)]))));

    private static Gen<CidrBlock> Network(IpFamily family, Gen<ulong> high, Gen<ulong> low, int shortest, int longest) =>
        high.Zip(low).Zip(Gen.Choose(shortest, longest))
            .Select(drawn => new CidrBlock(family, drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2))
            .Where(block => block.High != 0 || block.Low >> 32 != 0xffff);

    private static Port Range(Protocol protocol, int one, int other)
    {
        var (first, last) = (Math.Min(one, other), Math.Max(one, other));
        return protocol switch
        {
            Protocol.Udp => Port.UdpRange(first, last),
            Protocol.Sctp => Port.SctpRange(first, last),
            _ => Port.TcpRange(first, last),
        };
    }
}
