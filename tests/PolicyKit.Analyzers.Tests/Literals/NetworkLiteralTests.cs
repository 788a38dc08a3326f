using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>PK0003: a text that is no network, wherever the vocabulary takes one.</summary>
public class NetworkLiteralTests
{
    [TestCase("""_ = Cidr({|PK0003:"10.0.0.1"|});""")]
    [TestCase("""_ = Cidr({|PK0003:"10.0.0.1/8"|}).Except({|PK0003:"10.96.0.1"|}, "10.1.0.0/16", {|PK0003:"010.2.0.0/16"|});""")]
    [TestCase("""_ = ApiServerAt("10.0.0.1/32", {|PK0003:"10.0.0.2"|});""")]
    [TestCase("""_ = CidrBlock.Parse({|PK0003:"::ffff:10.0.0.0/104"|});""")]
    [TestCase("""const string Office = "198.51.100.7"; _ = Cidr({|PK0003:Office|});""")]
    [TestCase("""const int Last = 300; _ = Cidr({|PK0003:$"10.0.0.0/{nameof(Last)}"|});""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.1.0.0/16", [{|PK0003:"10.2.0.0"|}]);""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.1.0.0/16", new[] { {|PK0003:"10.2.0.0"|} });""")]
    [TestCase("""_ = Policy.ForAllPods().When(args.Length > 0, p => p.AllowEgress(Port.Https).To(Cidr({|PK0003:"10.0.0.1"|})).AllowApiServer());""")]
    [TestCase("""Lazy<Peer> office = new(() => Cidr({|PK0003:"198.51.100.7"|}));""")]
    public void Reported(string statement) => Snippet.Check(statement);

    [TestCase("""_ = Cidr("10.0.0.0/8");""", TestName = "A_network")]
    [TestCase("""_ = Cidr("2001:DB8::/32");""", TestName = "An_odd_spelling_that_is_read")]
    [TestCase("""_ = Cidr(args[0]);""", TestName = "A_text_that_is_not_known")]
    [TestCase("""_ = Cidr(args.Length > 0 ? args[0] : "10.0.0.1");""", TestName = "A_text_of_one_path")]
    [TestCase("""_ = Network.Cidr("10.0.0.1");""", TestName = "A_word_of_somebody_else")]
    [TestCase("""_ = CidrBlock.TryParse("10.0.0.1", out _);""", TestName = "Asking_whether_it_is_one")]
    [TestCase("""Test.Throws(() => Cidr("10.0.0.1"));""", TestName = "A_test_that_expects_it")]
    [TestCase("""Test.Throws(() => { var network = "10.0.0.1"; Console.Write(network); return Cidr("10.0.0.1"); });""", TestName = "A_test_of_several_statements")]
    [TestCase("""Test.Invoking(() => Cidr("10.0.0.1")).ShouldThrow();""", TestName = "A_test_that_asks_behind_it")]
    [TestCase("""Func<Peer> bad = () => Cidr("10.0.0.1"); Test.Throws(bad);""", TestName = "A_test_that_keeps_it")]
    [TestCase("""Action bad = () => Policy.ForAllPods().AllowEgress(Port.Https).To(Cidr("10.0.0.1")); bad();""", TestName = "A_test_that_does_it")]
    [TestCase("""try { _ = Cidr("10.0.0.1"); } catch (FormatException problem) { Console.Write(problem.Message); }""", TestName = "A_program_that_catches_it")]
    public void Silent(string statement) => Snippet.Check($$"""
        {{statement}}

        static class Test
        {
            public static void Throws(Func<Peer> act) => act();

            public static Func<Peer> Invoking(Func<Peer> act) => act;

            public static void ShouldThrow(this Func<Peer> act) => act();
        }

        static class Network
        {
            public static string Cidr(string text) => text;
        }
        """);

    [TestCase("10.0.0.1", "'10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?")]
    [TestCase("10.0.0.1/8", "'10.0.0.1/8' has bits set behind its prefix. Did you mean '10.0.0.0/8' or '10.0.0.1/32'?")]
    [TestCase("010.0.0.0/8", "'010.0.0.0/8' has a leading zero in '010', which some programs read as octal. Did you mean '10.0.0.0/8'?")]
    [TestCase("2001:db8::1", "'2001:db8::1' is an address, not a network. Did you mean '2001:db8::1/128'?")]
    [TestCase("10.0.0.0/33", "'10.0.0.0/33' has a prefix longer than the 32 bits of its address. Write a number from 0 to 32 behind the '/'.")]
    public void Message_to_the_letter(string text, string message) =>
        Snippet.Analyze(Snippet.Compile($"_ = Cidr(\"{text}\");")).Single().ToString().ShouldBe($"/app/Program1.cs(1,10): error PK0003: {message}");

    [Test]
    public void Fix_writes_what_is_likeliest() => FixSnippet.Check<CorrectNetworkFix>(
        "First",
        """
        _ = Cidr("10.0.0.1/8") // the office
            .Except("010.1.0.0/16", /* hosts */ @"10.2.0.0", "10.3/16");
        _ = ApiServerAt("2001:db8::1");
        """,
        """
        _ = Cidr("10.0.0.0/8") // the office
            .Except("10.1.0.0/16", /* hosts */ "10.2.0.0/32", "10.3.0.0/16");
        _ = ApiServerAt("2001:db8::1/128");
        """);

    [Test]
    public void Fix_writes_the_address_where_that_is_meant() => FixSnippet.Check<CorrectNetworkFix>(
        "Second",
        """_ = Cidr("10.0.0.1/8");""",
        """_ = Cidr("10.0.0.1/32");""");

    [TestCase("""_ = Cidr("10.0.0.1/8");""", new[] { "Write '10.0.0.0/8'", "Write '10.0.0.1/32'" })]
    [TestCase("""_ = Cidr("10.0.0.0/33");""", new string[0])]
    [TestCase("""const string Office = "198.51.100.7"; _ = Cidr(Office);""", new string[0])]
    public void What_is_offered(string program, string[] titles) => FixSnippet.Titles<CorrectNetworkFix>(program).ShouldBe(titles);

    [TestCase("none", 0)]
    [TestCase("warning", 1)]
    public void Editorconfig_sets_the_severity(string severity, int findings) => Snippet.Analyze(
        Snippet.Compile("""_ = Cidr("10.0.0.1");"""), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK0003.severity = {severity}\n")
        .Count.ShouldBe(findings);
}
