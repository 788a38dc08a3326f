using System.Text.Json;
using PolicyKit.Engines.Calico;
using PolicyKit.Tests.Literals;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Calico's selector language: how selectors are written in it, and what counts as one.</summary>
public sealed class CalicoSelectorsTests
{
    private static IEnumerable<TestCaseData> Written()
    {
        yield return Case(LabelSelector.Everything, "all()");
        yield return Case(Labels(("app", "web")), "app == 'web'");
        yield return Case(Labels(("track", "")), "track == ''");
        yield return Case(Labels(("b", "2"), ("a", "1")), "a == '1' && b == '2'");
        yield return Case(Key("tier").In("front", "back"), "tier in {'back', 'front'}");
        yield return Case(Key("tier").NotIn("front"), "tier not in {'front'}");
        yield return Case(Key("canary").Exists(), "has(canary)");
        yield return Case(Key("canary").DoesNotExist(), "!has(canary)");
        yield return Case(
            Key("a").Exists().And(Labels(("z", "1"))).And(Key("b").NotIn("x", "y")).And(Labels(("app.kubernetes.io/name", "web_1"))),
            "app.kubernetes.io/name == 'web_1' && z == '1' && has(a) && b not in {'x', 'y'}");
        yield return Case(Labels(("a", "1")).And(Labels(("a", "2"))), "a == '1' && a == '2'");
    }

    [TestCaseSource(nameof(Written))]
    public void A_selector_is_written_on_one_line_equalities_first(LabelSelector selector, string text) => CalicoSelectors.Subject(selector).ShouldBe(text);

    [FsCheck.NUnit.Property(Arbitrary = new[] { typeof(LiteralArbitraries) })]
    public void What_is_written_is_a_selector(LabelSelector selector)
    {
        CalicoSelectorSyntax.Problem(CalicoSelectors.Subject(selector)).ShouldBeNull();
        CalicoSelectorSyntax.Problem(CalicoSelectors.Peer(selector)).ShouldBeNull();
        CalicoSelectors.Peer(selector).ShouldStartWith(CalicoSelectors.Pods);
    }

    [TestCase("")]
    [TestCase(" \t")]
    [TestCase("all( )")]
    [TestCase("!! global()")]
    [TestCase("a=='b'&&c!=\"d\"||has(e)")]
    [TestCase("!a == 'b' && ( (has( x )) || y in{'1' , '2',} )")]
    [TestCase("a not in {}")]
    [TestCase("a notin {'b'}")]
    [TestCase("a startswith 'b'")]
    [TestCase("a ends\twith 'b'")]
    [TestCase("in in {'in'}")]
    [TestCase("not not in {'x'}")]
    [TestCase("contains contains 'x'")]
    [TestCase("has == 'x'")]
    [TestCase("allx == 'x'")]
    [TestCase("/ == 'x'")]
    [TestCase("a == 'x\ny'")]
    [TestCase("a == \"it's\"")]
    public void This_is_a_selector(string text) => CalicoSelectorSyntax.Problem(text).ShouldBeNull();

    [TestCase("a\n== 'b'", "a comparison is expected, not '\\u000A== 'b''")]
    [TestCase("a == 'b'\n", "'&&' or '||' is expected, not '\\u000A'")]
    [TestCase("a = 'b'", "a comparison is expected, not '= 'b''")]
    [TestCase("a === 'b'", "a text in quotes is expected, not '= 'b''")]
    [TestCase("a == b", "a text in quotes is expected, not 'b'")]
    [TestCase("a == 'b", "nothing ends the text ''b'")]
    [TestCase("a == 'b' & c", "'&&' or '||' is expected, not '& c'")]
    [TestCase("a == 'b' &&", "a label is expected, not the end")]
    [TestCase("a", "a comparison is expected, not the end")]
    [TestCase("a inx {'b'}", "a comparison is expected, not 'inx {'b'}'")]
    [TestCase("a in ('b')", "'{' is expected, not '('b')'")]
    [TestCase("a in {'b' 'c'}", "',' or '}' is expected, not ''c'}'")]
    [TestCase("a in {,'b'}", "a text in quotes is expected, not ','b'}'")]
    [TestCase("a in {'b'", "',' or '}' is expected, not the end")]
    [TestCase("a starts 'b'", "a comparison is expected, not 'starts 'b''")]
    [TestCase("has (a)", "a comparison is expected, not '(a)'")]
    [TestCase("has(a", "')' is expected, not the end")]
    [TestCase("has('a')", "a label is expected, not ''a')'")]
    [TestCase("all(x)", "')' is expected, not 'x)'")]
    [TestCase("(a == 'b'", "a ')' is missing")]
    [TestCase("a == 'b')", "'&&' or '||' is expected, not ')'")]
    [TestCase("()", "a label is expected, not ')'")]
    [TestCase("NOT has(a)", "a comparison is expected, not 'has(a)'")]
    [TestCase("has(a) or has(b)", "'&&' or '||' is expected, not 'or has(b)'")]
    public void This_is_no_selector(string text, string problem) => CalicoSelectorSyntax.Problem(text).ShouldBe(problem);

    [Test]
    public void A_label_has_at_most_512_characters()
    {
        CalicoSelectorSyntax.Problem($"has({new string('a', 512)})").ShouldBeNull();
        CalicoSelectorSyntax.Problem($"has({new string('a', 513)})").ShouldBe("a label has at most 512 characters");
    }

    [Test]
    public void However_deep_the_parentheses_they_are_counted()
    {
        var deep = new string('(', 1_000_000);

        CalicoSelectorSyntax.Problem(deep + "has(a)" + deep.Replace('(', ')')).ShouldBeNull();
        CalicoSelectorSyntax.Problem(deep + "has(a)").ShouldBe("a ')' is missing");
    }

    [Test]
    public void Calicos_own_parser_takes_the_same_texts()
    {
        foreach (var line in File.ReadLines(SharedCases.File("calico-selectors", "vectors.jsonl")))
        {
            using var vector = JsonDocument.Parse(line);
            var text = vector.RootElement.GetProperty("sel").GetString()!;
            (CalicoSelectorSyntax.Problem(text) is null).ShouldBe(vector.RootElement.GetProperty("valid").GetBoolean(), text);
        }
    }

    private static TestCaseData Case(LabelSelector selector, string text) => new TestCaseData(selector, text).SetArgDisplayNames(text);
}
