using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>PK0004: exceptions that cannot be.</summary>
public class ExceptionTests
{
    [TestCase("""_ = Cidr("10.0.0.0/8").Except({|PK0004:"192.168.0.0/16"|});""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.1.0.0/16", {|PK0004:"10.0.0.0/8"|}, {|PK0004:"2001:db8::/32"|});""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except({|PK0004:"10.0.0.0/7"|}).Except("10.1.0.0/16").Except({|PK0004:"::/0"|});""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except({|PK0004:"10.0.0.0/9", "10.128.0.0/9"|});""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.0.0.0/9").Except({|PK0004:"10.128.0.0/9"|}).Except("10.1.0.0/16");""")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.1.0.0/16", new[] { {|PK0004:"11.0.0.0/16"|}, args[0] });""")]
    [TestCase("""_ = Cidr(CidrBlock.Parse("10.0.0.0/8")).Except({|PK0004:"192.168.0.0/16"|});""")]
    [TestCase("""const string Wide = "10.0.0.0/8"; _ = Cidr(Wide).Except({|PK0004:Wide|});""")]
    public void Reported(string statement) => Snippet.Check(statement);

    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.96.0.0/12");""", TestName = "Strictly_inside")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.0.0.0/9", "10.0.0.0/10", "10.0.0.0/9");""", TestName = "Exceptions_that_overlap")]
    [TestCase("""_ = Cidr(args[0]).Except("192.168.0.0/16");""", TestName = "A_network_that_is_not_known")]
    [TestCase("""var wide = Cidr("10.0.0.0/8"); _ = wide.Except(args[0]);""", TestName = "An_exception_that_is_not_known")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.0.0.0/9", args);""", TestName = "Exceptions_out_of_sight")]
    [TestCase("""_ = new[] { "10.0.0.0/8", "192.168.0.0/16" }.Except(new[] { "11.0.0.0/8" });""", TestName = "Except_of_a_sequence")]
    [TestCase("""_ = Cidr(CidrBlock.Parse(args[0])).Except("192.168.0.0/16");""", TestName = "A_network_that_is_read")]
    public void Silent(string statement) => Snippet.Check(statement);

    [TestCase("""Cidr("10.0.0.0/8").Except("192.168.0.0/16")""", "'192.168.0.0/16' is not strictly inside '10.0.0.0/8', so it cannot be an exception of it. Remove \"192.168.0.0/16\" from Except(…).")]
    [TestCase("""Cidr("10.0.0.0/8").Except("10.0.0.0/9", "10.128.0.0/9")""", "The exceptions of '10.0.0.0/8' together leave nothing of it. Remove the rule, or an exception.")]
    public void Message_to_the_letter(string peer, string message) =>
        Snippet.Analyze(Snippet.Compile($"_ = {peer};")).Single().ToString().ShouldBe($"/app/Program1.cs(1,31): error PK0004: {message}");

    [Test]
    public void Fix_removes_it() => FixSnippet.Check<RemoveExceptionFix>(
        nameof(RemoveExceptionFix),
        """
        _ = Cidr("10.0.0.0/8")
            .Except("192.168.0.0/16", "172.16.0.0/12") // not ours
            ;
        _ = Cidr("10.0.0.0/8").Except("192.168.0.0/16", "10.1.0.0/16", "172.16.0.0/12").Except("11.0.0.0/8");
        """,
        """
        _ = Cidr("10.0.0.0/8") // not ours
            ;
        _ = Cidr("10.0.0.0/8").Except("10.1.0.0/16");
        """);

    [TestCase("""_ = Cidr("10.0.0.0/8").Except("10.0.0.0/9", "10.128.0.0/9");""", TestName = "No_fix_chooses_between_exceptions")]
    [TestCase("""_ = Cidr("10.0.0.0/8").Except("11.0.0.0/8", args);""", TestName = "No_fix_leaves_a_list_where_a_text_belongs")]
    public void No_fix(string program) => FixSnippet.Titles<RemoveExceptionFix>(program).ShouldBeEmpty();

    [TestCase("none", 0)]
    [TestCase("suggestion", 1)]
    public void Editorconfig_sets_the_severity(string severity, int findings) => Snippet.Analyze(
        Snippet.Compile("""_ = Cidr("10.0.0.0/8").Except("11.0.0.0/8");"""), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK0004.severity = {severity}\n")
        .Count.ShouldBe(findings);
}
