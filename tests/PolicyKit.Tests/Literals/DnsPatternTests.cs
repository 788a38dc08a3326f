using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

[Properties(Arbitrary = [typeof(LiteralArbitraries)])]
public sealed class DnsPatternTests
{
    private const string Example = "Write a pattern like 'api.example.com', '*.example.com' or '**.example.com'.";

    [TestCase("api.example.com", "api.example.com", DnsWildcard.None)]
    [TestCase("API.Example.COM", "api.example.com", DnsWildcard.None)]
    [TestCase("*.example.com", "example.com", DnsWildcard.OneLabel)]
    [TestCase("**.Example.com", "example.com", DnsWildcard.AnyDepth)]
    [TestCase("a_b.1.xn--bcher-kva", "a_b.1.xn--bcher-kva", DnsWildcard.None)]
    public void A_pattern_has_a_name_and_a_wildcard(string text, string name, DnsWildcard wildcard)
    {
        var pattern = DnsPattern.Parse(text);

        (pattern.Name, pattern.Wildcard).ShouldBe((name, wildcard));
        pattern.ToString().ShouldBe(text.ToLowerInvariant());
        pattern.ShouldBe(DnsPattern.Parse(text.ToUpperInvariant()));
        pattern.GetHashCode().ShouldBe(DnsPattern.Parse(text.ToUpperInvariant()).GetHashCode());
    }

    [Property]
    public bool A_pattern_is_read_back_from_its_text(DnsPattern pattern) => DnsPattern.Parse(pattern.ToString()).Equals(pattern);

    [TestCase("example.com", "*.example.com")]
    [TestCase("*.example.com", "**.example.com")]
    [TestCase("a.example.com", "b.example.com")]
    public void Different_patterns_differ(string one, string other) => DnsPattern.Parse(one).ShouldNotBe(DnsPattern.Parse(other));

    [TestCase("example.com", "example.com", true)]
    [TestCase("example.com", "EXAMPLE.com.", true)]
    [TestCase("example.com", "a.example.com", false)]
    [TestCase("example.com", "example.org", false)]
    [TestCase("example.com", "example.com..", false)]
    [TestCase("*.example.com", "a.example.com", true)]
    [TestCase("*.example.com", "A.Example.Com.", true)]
    [TestCase("*.example.com", "example.com", false)]
    [TestCase("*.example.com", ".example.com", false)]
    [TestCase("*.example.com", "a.b.example.com", false)]
    [TestCase("*.example.com", "aexample.com", false)]
    [TestCase("*.example.com", "a-example.com", false)]
    [TestCase("**.example.com", "a.example.com", true)]
    [TestCase("**.example.com", "a.b.c.example.com", true)]
    [TestCase("**.example.com", "example.com", false)]
    [TestCase("**.example.com", ".example.com", false)]
    [TestCase("**.example.com", "a..example.com", false)]
    [TestCase("**.example.com", ".a.example.com", false)]
    [TestCase("**.example.com", "badexample.com", false)]
    [TestCase("**.example.com", "", false)]
    [TestCase("**.example.com", ".", false)]
    public void One_star_is_one_label_and_two_are_one_or_more(string pattern, string host, bool matches) =>
        DnsPattern.Parse(pattern).Matches(host).ShouldBe(matches);

    [TestCase("", "An empty text is not a host name. " + Example)]
    [TestCase("10.0.0.1", "'10.0.0.1' is an address, not a host name. Did you mean Cidr(\"10.0.0.1/32\")?")]
    [TestCase("2001:DB8::1", "'2001:DB8::1' is an address, not a host name. Did you mean Cidr(\"2001:db8::1/128\")?")]
    [TestCase("10.0.0.0/8", "'10.0.0.0/8' is a network, not a host name. Did you mean Cidr(\"10.0.0.0/8\")?")]
    [TestCase("10.0.0.256", "'10.0.0.256' ends in a number, as only addresses do. " + Example)]
    [TestCase("*.10", "'*.10' ends in a number, as only addresses do. " + Example)]
    [TestCase("example.com.", "'example.com.' ends in a dot. Did you mean 'example.com'?")]
    [TestCase(".", "'.' has an empty label before, between or behind its dots. " + Example)]
    [TestCase("a..b", "'a..b' has an empty label before, between or behind its dots. " + Example)]
    [TestCase(".example.com", "'.example.com' has an empty label before, between or behind its dots. " + Example)]
    [TestCase("*.", "'*.' ends in a dot. Write ToAnywhere() when that is meant, or a pattern like '*.example.com'.")]
    [TestCase("*", "'*' stands for every name, which restricts nothing. Write ToAnywhere() when that is meant, or a pattern like '*.example.com'.")]
    [TestCase("**", "'**' stands for every name, which restricts nothing. Write ToAnywhere() when that is meant, or a pattern like '*.example.com'.")]
    [TestCase("api-*.example.com", "'api-*.example.com' has a '*' that is no label of its own at the front. Write '*.' for one label or '**.' for one or more, once, before the name.")]
    [TestCase("*.*.example.com", "'*.*.example.com' has a '*' that is no label of its own at the front. Write '*.' for one label or '**.' for one or more, once, before the name.")]
    [TestCase("***.example.com", "'***.example.com' has a '*' that is no label of its own at the front. Write '*.' for one label or '**.' for one or more, once, before the name.")]
    [TestCase("localhost", "'localhost' has one label, and engines take host names of two or more. Write the full name, such as 'api.example.com'.")]
    [TestCase("*.com", "'*.com' has one label, and engines take host names of two or more. Write the full name, such as 'api.example.com'.")]
    [TestCase("https://api.example.com/v1", "'https://api.example.com/v1' is a URL, not a host name. Did you mean 'api.example.com'?")]
    [TestCase("https://10.0.0.1", "'https://10.0.0.1' is a URL, not a host name. Did you mean Cidr(\"10.0.0.1/32\")?")]
    [TestCase("api.example.com:443", "'api.example.com:443' has a ':', and a port is no part of a host name. Did you mean 'api.example.com'?")]
    [TestCase("bücher.example", "'bücher.example' has the letter 'ü'. Write the ASCII form of the name, in which such labels begin with 'xn--'.")]
    [TestCase("a b.example", "'a b.example' is not a host name: ' ' is none of letters, digits, '-', '_' and '.'. " + Example)]
    [TestCase("-a.example", "'-a.example' has the label '-a', and a label begins and ends with a letter or a digit. " + Example)]
    [TestCase("_dmarc.example", "'_dmarc.example' has the label '_dmarc', and a label begins and ends with a letter or a digit. " + Example)]
    [TestCase("a-.example", "'a-.example' has the label 'a-', and a label begins and ends with a letter or a digit. " + Example)]
    public void A_pattern_that_engines_refuse_is_refused_with_the_mend(string text, string message)
    {
        DnsPattern.TryParse(text, out DnsPattern? pattern, out var problem).ShouldBeFalse();
        problem.ShouldBe(message);
        pattern.ShouldBeNull();
        DnsPattern.TryParse(text, out pattern).ShouldBeFalse();
        Should.Throw<FormatException>(() => DnsPattern.Parse(text)).Message.ShouldBe(message);
    }

    [Test]
    public void Labels_have_63_characters_and_names_253_at_most()
    {
        var label = new string('a', 63);
        var longest = string.Join('.', label, label, label, label[..61]);

        DnsPattern.Parse(longest).Name.Length.ShouldBe(253);
        Problem("b" + longest).ShouldBe($"'b{longest[..79]}…' has 254 characters, and a host name has at most 253. Write a shorter one.");
        Problem($"{label}b.example").ShouldBe($"'{label}b.example' has a label of 64 characters, and a label has at most 63. Write a shorter one.");
        Problem(new string('*', 1_000_000)).ShouldBe($"'{new string('*', 80)}…' has 1000000 characters, and a host name has at most 253. Write a shorter one.");
    }

    [Test]
    public void A_missing_text_is_refused()
    {
        DnsPattern.TryParse(null, out DnsPattern? pattern).ShouldBeFalse();
        pattern.ShouldBeNull();
        Should.Throw<ArgumentNullException>(() => DnsPattern.Parse(null!));
    }

    private static string? Problem(string text)
    {
        DnsPattern.TryParse(text, out _, out var problem).ShouldBeFalse();
        return problem;
    }
}
