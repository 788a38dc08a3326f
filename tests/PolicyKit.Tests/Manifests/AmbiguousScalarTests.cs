using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class AmbiguousScalarTests
{
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("Null")]
    [TestCase("")]
    public void Null_is_null(string text) => Value(text).ShouldBe(new ManifestNull());

    [TestCase("true", true)]
    [TestCase("True", true)]
    [TestCase("FALSE", false)]
    public void True_and_false_are_truth_values(string text, bool value) => Value(text).ShouldBe(new ManifestBoolean(value));

    [TestCase("0", 0)]
    [TestCase("-0", 0)]
    [TestCase("+1", 1)]
    [TestCase("8080", 8080)]
    [TestCase("0x1F", 31)]
    [TestCase("0x7fffffffffffffff", long.MaxValue)]
    [TestCase("-9223372036854775808", long.MinValue)]
    public void Whole_numbers_are_read(string text, long value) => Value(text).ShouldBe(new ManifestInteger(value));

    [TestCase("1.5", 1.5)]
    [TestCase(".5", 0.5)]
    [TestCase("1.", 1)]
    [TestCase("-1e3", -1000)]
    [TestCase("1.0e+20", 1e20)]
    public void Numbers_with_a_fraction_or_an_exponent_are_read(string text, double value) => Value(text).ShouldBe(new ManifestDecimal(value));

    [TestCase("10.0.0.1")]
    [TestCase("10.0.0.0/8")]
    [TestCase("2001:db8::1")]
    [TestCase("yEs")]
    [TestCase("1.2.3")]
    [TestCase("1-2")]
    [TestCase("-a")]
    [TestCase("+")]
    [TestCase("v1")]
    [TestCase("12:61x")]
    [TestCase("0xfg")]
    [TestCase("2024-01-01-a")]
    public void What_no_reader_takes_for_something_else_is_text(string text) =>
        Value(text).ShouldBe(new ManifestText(text));

    private static IEnumerable<TestCaseData> Refused()
    {
        foreach (var word in new[] { "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" })
            yield return new(word, $"'{word}' without quotes is true to kubectl, and text to YAML 1.2. Write true, or \"{word}\" if it is text.");
        foreach (var word in new[] { "n", "N", "no", "No", "NO", "off", "Off", "OFF" })
            yield return new(word, $"'{word}' without quotes is false to kubectl, and text to YAML 1.2. Write false, or \"{word}\" if it is text.");
        foreach (var number in new[] { "010", "08", "-07", "0o17", "0b101", "-0x1F", "1_000", "1_0.5", "0x1_F", "1:20", "190:20:30", "-1:20.5", "0123.5_0" })
            yield return new(number, $"'{number}' without quotes is not the same to all readers of YAML. Quote it if it is text: \"{number}\"; a number needs plain decimal digits.");
        foreach (var date in new[] { "2024-01-01", "2024-1-1", "2024-01-01T10:00:00Z", "2024-01-01 10:00:00 +1" })
            yield return new(date, $"'{date}' without quotes is a date to some readers of YAML, and text to others. Quote it: \"{date}\".");
        foreach (var number in new[] { ".inf", "-.INF", ".nan", ".NaN" })
            yield return new(number, $"'{number}' without quotes is a number that JSON, and so Kubernetes, does not have. Quote it if it is text: \"{number}\".");
        foreach (var number in new[] { "9223372036854775808", "0xffffffffffffffff", "1e999" })
            yield return new(number, $"The number '{number}' does not fit in 64 bits. Quote it if it is text: \"{number}\".");
        foreach (var sign in new[] { "<<", "=" })
            yield return new(sign, $"'{sign}' without quotes has a meaning of its own in YAML 1.1. Quote it: \"{sign}\".");
    }

    [TestCaseSource(nameof(Refused))]
    public void What_readers_of_yaml_read_differently_is_refused_with_the_mend(string text, string words)
    {
        var read = ManifestReader.ReadNode($"a: {text}");

        read.Node.ShouldBeNull();
        read.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"line 1, column 4: error PK5001: {words}");
    }

    [TestCaseSource(nameof(Refused))]
    public void The_mend_holds(string text, string words)
    {
        words.ShouldContain(text);
        Value($"\"{text}\"").ShouldBe(new ManifestText(text));
        Value($"'{text}'").ShouldBe(new ManifestText(text));
    }

    [TestCase("y", "The key 'y' without quotes is not text to all readers of YAML. Quote it: \"y\".")]
    [TestCase("true", "The key 'true' without quotes is not text to all readers of YAML. Quote it: \"true\".")]
    [TestCase("8080", "The key '8080' without quotes is not text to all readers of YAML. Quote it: \"8080\".")]
    [TestCase("1.5", "The key '1.5' without quotes is not text to all readers of YAML. Quote it: \"1.5\".")]
    [TestCase("~", "The key '~' without quotes is not text to all readers of YAML. Quote it: \"~\".")]
    [TestCase("2024-01-01", "The key '2024-01-01' without quotes is not text to all readers of YAML. Quote it: \"2024-01-01\".")]
    [TestCase("<<", "The merge key '<<' is not part of YAML 1.2. Write the merged keys out.")]
    public void A_key_that_is_not_text_to_everybody_is_refused_with_the_mend(string key, string words)
    {
        ManifestReader.ReadNode($"{key}: a").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"line 1, column 1: error PK5001: {words}");
        ManifestReader.ReadNode($"\"{key}\": a").Node.ShouldBe(new ManifestMap([new(key, "a")]));
    }

    [Test]
    public void Words_can_be_read_as_yaml_1_2_reads_them_when_asked_for()
    {
        var limits = new ReaderLimits { WordsAsInYaml12 = true };

        ManifestReader.ReadNode("y: [n, yes, Off]", limits: limits).Node.ShouldBe(new ManifestMap([new("y", new ManifestList(["n", "yes", "Off"]))]));
        ManifestReader.ReadNode("a: 010", limits: limits).Diagnostics.Count.ShouldBe(1);
    }

    private static ManifestNode Value(string text)
    {
        var read = ManifestReader.ReadNode($"a: {text}");
        read.Diagnostics.ShouldBeEmpty();
        return ((ManifestMap)read.Node!)[0].Value;
    }
}
