using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>PK0005: numbers, ranges and names of ports that Kubernetes refuses.</summary>
public class PortLiteralTests
{
    [TestCase("""_ = Port.Tcp({|PK0005:0|});""")]
    [TestCase("""_ = Port.Udp({|PK0005:-1|}); _ = Port.Sctp({|PK0005:65536|});""")]
    [TestCase("""_ = Port.TcpRange({|PK0005:9000, 8000|});""")]
    [TestCase("""_ = Port.UdpRange(last: {|PK0005:8000, first: 9000|});""")]
    [TestCase("""_ = Port.SctpRange({|PK0005:0|}, {|PK0005:70000|});""")]
    [TestCase("""_ = Port.Named({|PK0005:"a-port-name-too-long"|});""")]
    [TestCase("""_ = Port.Named({|PK0005:"8080"|}); _ = Port.Named({|PK0005:"http--admin"|});""")]
    [TestCase("""_ = Port.Metrics.At({|PK0005:80830|});""")]
    [TestCase("""const int Base = 65000; _ = Port.Tcp({|PK0005:Base + 1000|});""")]
    public void Reported(string statement) => Snippet.Check(statement);

    [TestCase("""_ = Port.Tcp(1); _ = Port.Tcp(65535);""", TestName = "The_ends_of_what_is_legal")]
    [TestCase("""_ = Port.TcpRange(8080, 8080);""", TestName = "A_range_of_one_port")]
    [TestCase("""_ = Port.TcpRange(9000, args.Length);""", TestName = "An_end_that_is_not_known")]
    [TestCase("""var number = 0; _ = Port.Tcp(number + 8080);""", TestName = "A_number_that_is_computed")]
    [TestCase("""_ = Port.Named("http-metrics-2");""", TestName = "A_legal_name")]
    [TestCase("""_ = Policy.ForAllPods().WithOrder(0);""", TestName = "A_number_that_is_no_port")]
    [TestCase("""_ = new System.Net.IPEndPoint(0, 0);""", TestName = "A_port_of_somebody_else")]
    [TestCase("""Action bad = () => Port.Tcp(0); bad();""", TestName = "A_test_that_expects_it")]
    public void Silent(string statement) => Snippet.Check(statement);

    [TestCase("Tcp(0)", 14, "0 is not a port. Write a number from 1 to 65535, or Port.AnyTcp for every TCP port.")]
    [TestCase("TcpRange(9000, 8000)", 19, "The port range 9000-8000 ends before it begins. Did you mean 8000-9000?")]
    [TestCase("Named(\"Web\")", 16, "'Web' is not a port name: 'W' is none of a-z, 0-9 and '-'. Did you mean 'web'?")]
    public void Message_to_the_letter(string port, int column, string message) =>
        Snippet.Analyze(Snippet.Compile($"_ = Port.{port};")).Single().ToString().ShouldBe($"/app/Program1.cs(1,{column}): error PK0005: {message}");

    [Test]
    public void Fix_swaps_the_ends() => FixSnippet.Check<SwapEndsFix>(
        nameof(SwapEndsFix),
        """
        const int High = 9000;
        _ = Port.TcpRange(High /* from */, 8000); // admin
        _ = Port.UdpRange(last: 1, first: 2);
        """,
        """
        const int High = 9000;
        _ = Port.TcpRange(8000 /* from */, High); // admin
        _ = Port.UdpRange(last: 2, first: 1);
        """);

    [Test]
    public void No_fix_guesses_a_number() => FixSnippet.Titles<SwapEndsFix>("_ = Port.Tcp(0); _ = Port.TcpRange(70000, 80);").ShouldBeEmpty();

    [TestCase("none", 0)]
    [TestCase("warning", 1)]
    public void Editorconfig_sets_the_severity(string severity, int findings) => Snippet.Analyze(
        Snippet.Compile("_ = Port.Tcp(0);"), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK0005.severity = {severity}\n")
        .Count.ShouldBe(findings);
}
