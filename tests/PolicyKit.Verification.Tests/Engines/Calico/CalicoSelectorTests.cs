using System.Diagnostics;
using PolicyKit.Verification.Engines.Calico;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Calico's selector language: what is an expression, what it holds for, and its one canonical form.</summary>
internal sealed class CalicoSelectorTests
{
    private static readonly Dictionary<string, string> Web = new() { ["app"] = "web", ["tier"] = "front", ["empty"] = "", ["in"] = "x", ["has"] = "y", ["a/b.c-d_e"] = "z" };

    [TestCase("", true)]
    [TestCase(" \t", true)]
    [TestCase("all()", true)]
    [TestCase("all( )", true)]
    [TestCase("global()", true)]
    [TestCase("!all()", false)]
    [TestCase("app == 'web'", true)]
    [TestCase("app==\"web\"", true)]
    [TestCase("\tapp\t==\t'web'\t", true)]
    [TestCase("app == 'WEB'", false)]
    [TestCase("app != 'web'", false)]
    [TestCase("app != 'db'", true)]
    [TestCase("none != 'db'", true)]
    [TestCase("none == ''", false)]
    [TestCase("empty == ''", true)]
    [TestCase("has(app)", true)]
    [TestCase("has( empty )", true)]
    [TestCase("has(none)", false)]
    [TestCase("! has(none)", true)]
    [TestCase("! !has(app)", true)]
    [TestCase("!!!has(app)", false)]
    [TestCase("app in {'web', 'db'}", true)]
    [TestCase("app in{'db'}", false)]
    [TestCase("app in {'web',}", true)]
    [TestCase("app in {}", false)]
    [TestCase("none in {}", false)]
    [TestCase("app not in {'db'}", true)]
    [TestCase("app notin {'web'}", false)]
    [TestCase("app not\tin{'web'}", false)]
    [TestCase("none not in {'web'}", true)]
    [TestCase("app not in {}", true)]
    [TestCase("app contains 'e'", true)]
    [TestCase("app contains'x'", false)]
    [TestCase("app contains ''", true)]
    [TestCase("none contains ''", false)]
    [TestCase("app starts with 'we'", true)]
    [TestCase("app startswith 'eb'", false)]
    [TestCase("app starts  with'w'", true)]
    [TestCase("app ends with 'eb'", true)]
    [TestCase("app endswith 'we'", false)]
    [TestCase("app == 'web' && tier == 'back'", false)]
    [TestCase("app == 'db' || tier == 'front'", true)]
    [TestCase("app == 'web' || app == 'db' && tier == 'back'", true)]
    [TestCase("(app == 'web' || app == 'db') && tier == 'back'", false)]
    [TestCase("!app == 'db' && has(tier)", true)]
    [TestCase("!(app == 'web' && has(tier))", false)]
    [TestCase("((((has(app)))))", true)]
    [TestCase("has(app)&&!has(none)||has(tier)", true)]
    [TestCase("in == 'x'", true)]
    [TestCase("in in {'x'}", true)]
    [TestCase("has == 'y'", true)]
    [TestCase("has(has)", true)]
    [TestCase("has(in)", true)]
    [TestCase("not == 'x'", false)]
    [TestCase("all == 'x'", false)]
    [TestCase("contains contains 'x'", false)]
    [TestCase("a/b.c-d_e == 'z'", true)]
    [TestCase("1 != 'x'", true)]
    [TestCase("app != 'it\"s'", true)]
    [TestCase("app != \"it's\"", true)]
    [TestCase("app != 'a\nb'", true)]
    [TestCase("app != 'é'", true)]
    public void An_expression_holds_or_not(string text, bool holds)
    {
        var selector = CalicoSelectorParser.Parse(text).Selector.ShouldNotBeNull();
        selector.Matches(Web).ShouldBe(holds);
        CalicoSelectorParser.Parse(selector.ToString()).Selector.ShouldBe(selector);
    }

    [TestCase("", "all()")]
    [TestCase("global( )", "global()")]
    [TestCase("app=='web'", "app == \"web\"")]
    [TestCase("app != 'say \"hi\"'", "app != 'say \"hi\"'")]
    [TestCase("app in {'b','a','b',}", "app in {\"a\", \"b\"}")]
    [TestCase("app notin{}", "app not in {}")]
    [TestCase("app startswith 'a'", "app starts with \"a\"")]
    [TestCase("app  ends\twith 'a'", "app ends with \"a\"")]
    [TestCase("app contains 'a'", "app contains \"a\"")]
    [TestCase("! ! ! has(a)", "!has(a)")]
    [TestCase("!!has(a)", "has(a)")]
    [TestCase("a == 'b' && c == 'd' || !e != 'f'", "((a == \"b\" && c == \"d\") || !e != \"f\")")]
    [TestCase("(has(a))", "has(a)")]
    [TestCase("((has(a) && has(b)) && has(c))", "((has(a) && has(b)) && has(c))")]
    [TestCase("!(has(a) || has(b))", "!(has(a) || has(b))")]
    public void There_is_one_canonical_form(string text, string canonical) => CalicoSelectorParser.Parse(text).Selector!.ToString().ShouldBe(canonical);

    [TestCase("a == b", 6, "a value in quotes is missing", "A value stands in quotes, single or double.")]
    [TestCase("a == true", 6, "a value in quotes is missing", "A value stands in quotes, single or double.")]
    [TestCase("'a' == 'b'", 1, "a term is needed, and there is '''", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("a", 2, "the selector ends behind the key 'a'", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a b", 3, "the key 'a' is followed by neither a comparison nor a set", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a = 'b'", 3, "the key 'a' is followed by neither a comparison nor a set", "Write '=='.")]
    [TestCase("a === 'b'", 5, "a value in quotes is missing", "A value stands in quotes, single or double.")]
    [TestCase("a == 'b", 6, "the quote is never closed", "Close it. There are no escapes: a value with one kind of quote stands between the other kind.")]
    [TestCase("a == 'x\\'y'", 10, "nothing known follows, but 'y'", "Join terms with && or ||.")]
    [TestCase("a == 'b' &", 10, "nothing known follows, but '&'", "Join terms with && or ||.")]
    [TestCase("a == 'b' &&", 12, "the selector ends where a term is needed", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("|| a == 'b'", 1, "a term is needed, and there is '|'", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("a == 'b' c == 'd'", 10, "nothing known follows, but 'c'", "Join terms with && or ||.")]
    [TestCase("has(a) or has(b)", 8, "nothing known follows, but 'o'", "Join terms with && or ||.")]
    [TestCase("a == 'b',", 9, "nothing known follows, but ','", "Join terms with && or ||.")]
    [TestCase("a == 'b')", 9, "nothing known follows, but ')'", "Join terms with && or ||.")]
    [TestCase("(a == 'b'", 10, "a closing bracket is missing", "Close every bracket.")]
    [TestCase("()", 2, "a term is needed, and there is ')'", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("a in ('b')", 6, "a set is missing", "Write the values between braces: {'a', 'b'}.")]
    [TestCase("a in {'b'", 10, "the set does not go on here", "Put a comma between two values, and a brace behind the last.")]
    [TestCase("a in {'b' 'c'}", 11, "the set does not go on here", "Put a comma between two values, and a brace behind the last.")]
    [TestCase("a in {,'b'}", 7, "a value in quotes is missing", "A value stands in quotes, single or double.")]
    [TestCase("a in {'b',,}", 11, "a value in quotes is missing", "A value stands in quotes, single or double.")]
    [TestCase("a inx {'b'}", 3, "the key 'a' is followed by neither a comparison nor a set", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a not 'b'", 3, "the key 'a' is followed by neither a comparison nor a set", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a starts 'b'", 3, "the key 'a' is followed by neither a comparison nor a set", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a ends withs 'b'", 3, "the key 'a' is followed by neither a comparison nor a set", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("has(a", 6, "a closing bracket is missing", "Write has(a).")]
    [TestCase("has()", 5, "has() needs a key", "Write has(key), the key without quotes.")]
    [TestCase("has('a')", 5, "has() needs a key", "Write has(key), the key without quotes.")]
    [TestCase("has (a)", 5, "the key 'has' is followed by neither a comparison nor a set", "Write has( without a blank before the bracket.")]
    [TestCase("all(x)", 5, "nothing can stand between the brackets of all()", "Write all().")]
    [TestCase("global(", 8, "nothing can stand between the brackets of global()", "Write global().")]
    [TestCase("a\n== 'b'", 2, "there is a line break, and only blanks and tabs may stand between the parts", "Write has(a), or a comparison such as a == 'value'.")]
    [TestCase("a == 'b'\n", 9, "there is a line break, and only blanks and tabs may stand between the parts", "Write the selector on one line; in YAML, use '>-' instead of '>' or '|'.")]
    [TestCase("a == 'b'\u00a0", 9, "nothing known follows, but '\u00a0'", "Join terms with && or ||.")]
    [TestCase("$a == 'c'", 1, "a term is needed, and there is '$'", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("😀", 1, "a term is needed, and there is '😀'", "Write has(key), or a comparison such as key == 'value'.")]
    [TestCase("\0", 1, "a term is needed, and there is the character U+0000", "Write has(key), or a comparison such as key == 'value'.")]
    public void A_mistake_is_named_with_its_place_and_its_mend(string text, int at, string problem, string mend) =>
        CalicoSelectorParser.Parse(text).ShouldBe(CalicoSelectorReading.Failed(at, problem, mend));

    [Test]
    public void A_key_may_have_512_characters_and_no_more()
    {
        CalicoSelectorParser.Parse($"has({new string('a', 512)})").Selector.ShouldNotBeNull();
        CalicoSelectorParser.Parse($"has({new string('a', 513)})").Problem.ShouldBe("a key is longer than 512 characters");
        CalicoSelectorParser.Parse($"{new string('a', 512)} == ''").Selector.ShouldNotBeNull();
        CalicoSelectorParser.Parse($"{new string('a', 513)} == ''").Problem.ShouldBe("a key is longer than 512 characters");
    }

    [Test]
    public void Brackets_may_nest_a_hundred_deep_and_beyond_that_the_parser_says_so()
    {
        Nested(100).Selector.ShouldNotBeNull();
        var deep = Nested(101);
        deep.IsTooDeep.ShouldBeTrue();
        deep.Problem.ShouldBe("brackets stand in each other more than 100 deep");
        CalicoSelectorParser.Parse(string.Join(" && ", Enumerable.Repeat("(has(a))", 200))).Selector.ShouldNotBeNull();

        static CalicoSelectorReading Nested(int depth) => CalicoSelectorParser.Parse($"{new string('(', depth)}has(a){new string(')', depth)}");
    }

    [TestCase("(", "")]
    [TestCase("!", "has(a)")]
    [TestCase("a == 'b' && ", "has(a)")]
    [TestCase("a in {'x'} || ", "has(a)")]
    [TestCase("!(", "")]
    [TestCase("'", "")]
    [TestCase("a", " == 'b'")]
    [TestCase("\t", "")]
    [CancelAfter(20_000)]
    public void A_megabyte_of_anything_is_read_in_no_time(string repeated, string end)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length)) + end;
        var clock = Stopwatch.StartNew();
        var reading = CalicoSelectorParser.Parse(text);
        (reading.Selector is null).ShouldBe(reading.Problem is not "");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
