using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

[Properties(Arbitrary = [typeof(LiteralArbitraries)])]
public sealed class PortTests
{
    private const string Example = "Write a port like '8080/TCP', '30000-32767/TCP', 'metrics/TCP', 'any/UDP' or 'any'.";

    private static readonly TestCaseData[] Words =
    [
        new(Port.Tcp(8080), "8080/TCP"),
        new(Port.Udp(53), "53/UDP"),
        new(Port.Sctp(65535), "65535/SCTP"),
        new(Port.TcpRange(30000, 32767), "30000-32767/TCP"),
        new(Port.UdpRange(1, 2), "1-2/UDP"),
        new(Port.SctpRange(1, 65535), "1-65535/SCTP"),
        new(Port.TcpRange(80, 80), "80/TCP"),
        new(Port.Https, "443/TCP"),
        new(Port.OtlpGrpc, "4317/TCP"),
        new(Port.OtlpHttp, "4318/TCP"),
        new(Port.Metrics, "metrics/TCP"),
        new(Port.Webhook, "webhook/TCP"),
        new(Port.Probe, "probe/TCP"),
        new(Port.Named("dns", Protocol.Udp), "dns/UDP"),
        new(Port.Named("any"), "'any'/TCP"),
        new(Port.Any, "any"),
        new(Port.AnyTcp, "any/TCP"),
        new(Port.AnyUdp, "any/UDP"),
        new(Port.AnySctp, "any/SCTP"),
        new(Port.Dns, "dns"),
        new(Port.ApiServer, "apiserver"),
    ];

    [TestCaseSource(nameof(Words))]
    public void Each_word_has_a_text_that_is_read_back(Port port, string text)
    {
        port.ToString().ShouldBe(text);
        Port.Parse(text).ShouldBe(port);
        Port.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(port);
    }

    [Property]
    public bool A_port_is_read_back_from_its_text(Port port) => Port.Parse(port.ToString()).Equals(port);

    [Test]
    public void A_named_port_keeps_its_name_beside_the_number()
    {
        var port = Port.Metrics.At(8083);

        (port.Protocol, port.Number, port.KeptName).ShouldBe((Protocol.Tcp, 8083, "metrics"));
        port.ToString().ShouldBe("8083/TCP");
        Port.Parse(port.ToString()).ShouldBe(Port.Tcp(8083));
        port.ShouldNotBe(Port.Tcp(8083));
        Port.Named("dns", Protocol.Udp).At(53).Protocol.ShouldBe(Protocol.Udp);
    }

    [Test]
    public void A_range_of_one_port_is_that_port() => Port.UdpRange(53, 53).ShouldBe(Port.Udp(53));

    [Test]
    public void Protocols_tell_ports_apart()
    {
        Port.Tcp(53).ShouldNotBe((Port)Port.Udp(53));
        Port.AnyTcp.ShouldNotBe(Port.AnyUdp);
        Port.Named("dns").ShouldNotBe(Port.Named("dns", Protocol.Udp));
    }

    [TestCase(0, "0 is not a port. Write a number from 1 to 65535, or Port.AnyTcp for every TCP port.")]
    [TestCase(-1, "-1 is not a port. Write a number from 1 to 65535.")]
    [TestCase(65536, "65536 is not a port. Write a number from 1 to 65535.")]
    [TestCase(int.MaxValue, "2147483647 is not a port. Write a number from 1 to 65535.")]
    public void A_number_out_of_range_is_refused_wherever_it_is_written(int number, string message)
    {
        Message(() => Port.Tcp(number)).ShouldBe(message);
        Message(() => Port.Udp(number)).ShouldBe(message);
        Message(() => Port.Sctp(number)).ShouldBe(message);
        Message(() => Port.Metrics.At(number)).ShouldBe(message);
        Message(() => Port.TcpRange(number, 80)).ShouldBe(message);
        Message(() => Port.UdpRange(80, number)).ShouldBe(message);
        Message(() => Port.SctpRange(number, number)).ShouldBe(message);
    }

    [Test]
    public void A_range_that_ends_before_it_begins_is_refused_with_its_ends_swapped() =>
        Message(() => Port.TcpRange(9000, 8000)).ShouldBe("The port range 9000-8000 ends before it begins. Did you mean 8000-9000?");

    [TestCase("8080", "'8080' names no protocol. Did you mean '8080/TCP'?")]
    [TestCase("metrics", "'metrics' names no protocol. Did you mean 'metrics/TCP'?")]
    [TestCase("Any", "'Any' names no protocol. 'Any' is not a port name: 'A' is none of a-z, 0-9 and '-'. Did you mean 'any'?")]
    [TestCase("8080/tcp", "'8080/tcp' has its protocol in lower case. Did you mean '8080/TCP'?")]
    [TestCase("8080/ICMP", "'8080/ICMP' has 'ICMP' where a protocol belongs. Write TCP, UDP or SCTP there.")]
    [TestCase("8080/", "'8080/' has '' where a protocol belongs. Write TCP, UDP or SCTP there.")]
    [TestCase("8080/TCP ", "'8080/TCP ' has 'TCP ' where a protocol belongs. Write TCP, UDP or SCTP there.")]
    [TestCase("8080/TCP/UDP", "'8080/TCP/UDP' has 'TCP/UDP' where a protocol belongs. Write TCP, UDP or SCTP there.")]
    [TestCase("", "An empty text is not a port. " + Example)]
    [TestCase("/TCP", "'/TCP' is not a port. An empty text is not a port name. Write one such as 'metrics'.")]
    [TestCase("08080/TCP", "'08080/TCP' has a leading zero. Did you mean '8080/TCP'?")]
    [TestCase("80-090/TCP", "'80-090/TCP' has a leading zero. Did you mean '80-90/TCP'?")]
    [TestCase("80-80/TCP", "'80-80/TCP' is a range of one port. Did you mean '80/TCP'?")]
    [TestCase("9000-8000/UDP", "'9000-8000/UDP' ends before it begins. Did you mean '8000-9000/UDP'?")]
    [TestCase("0/TCP", "'0/TCP' is not a port: '0' is out of range. Write a number from 1 to 65535.")]
    [TestCase("65536/TCP", "'65536/TCP' is not a port: '65536' is out of range. Write a number from 1 to 65535.")]
    [TestCase("1-99999999999/TCP", "'1-99999999999/TCP' is not a port: '99999999999' is out of range. Write a number from 1 to 65535.")]
    [TestCase("-80/TCP", "'-80/TCP' is not a port: a range has a number on both sides of one '-'. " + Example)]
    [TestCase("80-/TCP", "'80-/TCP' is not a port: a range has a number on both sides of one '-'. " + Example)]
    [TestCase("1-2-3/TCP", "'1-2-3/TCP' is not a port: a range has a number on both sides of one '-'. " + Example)]
    [TestCase("٨٠/TCP", "'٨٠/TCP' is not a port. '٨٠' is not a port name: '٨' is none of a-z, 0-9 and '-'. Write one such as 'metrics'.")]
    [TestCase("'web'/TCP", "''web'/TCP' is not a port. ''web'' is not a port name: ''' is none of a-z, 0-9 and '-'. Did you mean 'web'?")]
    public void A_text_that_is_no_port_is_refused_with_the_mend(string text, string message)
    {
        Port.TryParse(text, out var port).ShouldBeFalse();
        port.ShouldBeNull();
        Message(() => Port.Parse(text)).ShouldBe(message);
    }

    [Test]
    public void Hostile_text_is_refused()
    {
        Message(() => Port.Parse(new string('8', 1_000_000))).ShouldBe($"'{new string('8', 80)}…' is too long to be a port. {Example}");
        Port.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<ArgumentNullException>(() => Port.Parse(null!));
        Message(() => Port.Named(null!)).ShouldBe("An empty text is not a port name. Write one such as 'metrics'.");
    }

    private static string Message(Func<Port> write) => Should.Throw<FormatException>(() => { write(); }).Message;
}
