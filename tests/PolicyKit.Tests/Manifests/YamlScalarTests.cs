using PolicyKit.Manifests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyKit.Tests.Manifests;

public sealed class YamlScalarTests
{
    private static IEnumerable<TestCaseData> Quoted() => NastyTexts.Quoted.Select(text => new TestCaseData(text).SetArgDisplayNames(NastyTexts.Name(text)));

    private static IEnumerable<TestCaseData> Plain() => NastyTexts.Plain.Select(text => new TestCaseData(text).SetArgDisplayNames(NastyTexts.Name(text)));

    [TestCaseSource(nameof(Quoted))]
    public void What_could_be_read_as_something_else_is_quoted_as_a_value_and_as_a_key(string text)
    {
        var (key, value) = ReadByYamlDotNet(text);

        value.Style.ShouldBe(ScalarStyle.DoubleQuoted);
        key.Style.ShouldBe(ScalarStyle.DoubleQuoted);
        value.Value.ShouldBe(text);
        key.Value.ShouldBe(text);
    }

    [TestCaseSource(nameof(Plain))]
    public void What_is_text_to_everybody_stands_as_it_is(string text)
    {
        var (key, value) = ReadByYamlDotNet(text);

        YamlWriter.ToText(MapOf(text, text)).ShouldBe($"---\n{text}: {text}\n");
        value.Style.ShouldBe(ScalarStyle.Plain);
        value.Value.ShouldBe(text);
        key.Value.ShouldBe(text);
    }

    [TestCase("", "\"\"")]
    [TestCase("a\"b: ", "\"a\\\"b: \"")]
    [TestCase("a\nb\r\tc", "\"a\\nb\\r\\tc\"")]
    [TestCase("\u0000\u001b\u0085", "\"\\u0000\\u001b\\u0085\"")]
    [TestCase("\uFEFF\u2028\u202E", "\"\\ufeff\\u2028\\u202e\"")]
    [TestCase("\u00E9 \U0001F600", "\"\u00E9 \U0001F600\"")]
    [TestCase("C: \\", "\"C: \\\\\"")]
    public void Quoted_texts_escape_what_cannot_be_seen_and_keep_letters_and_emoji(string text, string written) =>
        YamlWriter.ToText(new ManifestText(text)).ShouldBe($"---\n{written}\n");

    [TestCase(0, "0")]
    [TestCase(long.MinValue, "-9223372036854775808")]
    [TestCase(long.MaxValue, "9223372036854775807")]
    public void Whole_numbers_are_written_in_digits(long number, string written) =>
        YamlWriter.ToText(new ManifestInteger(number)).ShouldBe($"---\n{written}\n");

    [TestCase(1.0, "1.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(0.1, "0.1")]
    [TestCase(1e20, "1.0e+20")]
    [TestCase(1.5e-300, "1.5e-300")]
    [TestCase(double.MaxValue, "1.7976931348623157e+308")]
    [TestCase(double.Epsilon, "5.0e-324")]
    public void Numbers_with_a_fraction_keep_their_point(double number, string written) =>
        YamlWriter.ToText(new ManifestDecimal(number)).ShouldBe($"---\n{written}\n");

    [TestCase("tr-TR")]
    [TestCase("sv-SE")]
    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    public void The_culture_does_not_show(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            YamlWriter.ToText(new ManifestList([-1, new ManifestDecimal(-1.5), "TITLE", "FALSE"])).ShouldBe("---\n- -1\n- -1.5\n- TITLE\n- \"FALSE\"\n");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static ManifestMap MapOf(string key, ManifestNode value) => new([new ManifestEntry(key, value)]);

    private static (YamlScalarNode Key, YamlScalarNode Value) ReadByYamlDotNet(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(YamlWriter.ToText(MapOf(text, text))));
        var (key, value) = ((YamlMappingNode)stream.Documents.ShouldHaveSingleItem().RootNode).Children.ShouldHaveSingleItem();
        return ((YamlScalarNode)key, (YamlScalarNode)value);
    }
}
