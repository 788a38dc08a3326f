namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>PK0007: patterns of host names that no engine accepts.</summary>
public class HostLiteralTests
{
    [TestCase("""_ = Fqdn({|PK0007:"https://api.example.com"|});""")]
    [TestCase("""_ = Policy.ForAllPods().AllowEgress(Port.Https).To(Fqdn({|PK0007:"*"|})).AllowApiServer();""")]
    [TestCase("""const string Domain = "com"; _ = Fqdn({|PK0007:$"api*.{Domain}"|}); _ = DnsPattern.Parse({|PK0007:"localhost"|});""")]
    [TestCase("""_ = Fqdn({|PK0007:"10.0.0.1"|});""")]
    public void Reported(string statement) => Snippet.Check(statement);

    [TestCase("""_ = Fqdn("API.example.com"); _ = Fqdn("*.example.com"); _ = Fqdn("**.example.com");""", TestName = "Legal_patterns")]
    [TestCase("""_ = Fqdn(args[0] + ".");""", TestName = "A_text_that_is_not_known")]
    [TestCase("""_ = Fqdn(args.Length == 0 ? "localhost" : "api.example.com");""", TestName = "A_text_of_one_path")]
    [TestCase("""_ = DnsPattern.TryParse("localhost", out _);""", TestName = "Asking_whether_it_is_one")]
    [TestCase("""_ = new Uri("https://api.example.com");""", TestName = "A_text_of_somebody_else")]
    [TestCase("""Action bad = () => Fqdn("localhost"); bad();""", TestName = "A_test_that_expects_it")]
    public void Silent(string statement) => Snippet.Check(statement);

    [TestCase("https://api.example.com/v1", "'https://api.example.com/v1' is a URL, not a host name. Did you mean 'api.example.com'?")]
    [TestCase("localhost", "'localhost' has one label, and engines take host names of two or more. Write the full name, such as 'api.example.com'.")]
    public void Message_to_the_letter(string text, string message) =>
        Snippet.Analyze(Snippet.Compile($"_ = Fqdn(\"{text}\");")).Single().ToString().ShouldBe($"/app/Program1.cs(1,10): error PK0007: {message}");

    [TestCase("none", 0)]
    [TestCase("warning", 1)]
    public void Editorconfig_sets_the_severity(string severity, int findings) => Snippet.Analyze(
        Snippet.Compile("""_ = Fqdn("localhost");"""), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK0007.severity = {severity}\n")
        .Count.ShouldBe(findings);
}
