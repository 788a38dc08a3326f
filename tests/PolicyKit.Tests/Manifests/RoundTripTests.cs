using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyKit.Tests.Manifests;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(NastyTexts.All.ToArray()),
        Gen.Elements(NastyTexts.All.ToArray()).Two().Select(pair => pair.Item1 + pair.Item2),
        Gen.Elements("aZ09 -_.:/#?&*!|>%@`'\"{}[],~=<+\t\r\n\0\u0085\u00A0\u00E9\u2028\uFEFF\uFFFD\uFFFF".ToCharArray()).ArrayOf().Select(characters => new string(characters)),
        Gen.Constant(new string('k', 2000)));

    private static Gen<ManifestNode> Tree(int size)
    {
        var scalar = Gen.OneOf(
            Texts.Select(text => (ManifestNode)text),
            ArbMap.Default.GeneratorFor<long>().Select(number => (ManifestNode)new ManifestInteger(number)),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(number => (ManifestNode)new ManifestDecimal(number)),
            Gen.Elements<ManifestNode>(true, false, new ManifestNull()));
        if (size == 0) return scalar;
        var child = Tree(size / 2);
        var list = child.ListOf().Select(items => (ManifestNode)new ManifestList(items.Take(4)));
        var map = Texts.Zip(child).ListOf().Select(entries =>
            (ManifestNode)new ManifestMap(entries.Take(4).DistinctBy(e => e.Item1, StringComparer.Ordinal).Select(e => new ManifestEntry(e.Item1, e.Item2))));
        return Gen.Frequency((1, scalar), (2, list), (3, map));
    }

    private static readonly Arbitrary<ManifestNode> Trees = Tree(16).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public Property What_is_written_as_yaml_is_read_back() => Prop.ForAll(Trees, tree =>
    {
        var read = ManifestReader.ReadNode(YamlWriter.ToText(tree));
        read.Diagnostics.ShouldBeEmpty();
        read.Node.ShouldBe(tree);
    });

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public Property What_is_written_as_json_is_read_back() => Prop.ForAll(Trees, ArbMap.Default.ArbFor<bool>(), (tree, indented) =>
    {
        var json = JsonWriter.ToText(tree, indented);
        ManifestReader.ReadNode(json).Node.ShouldBe(tree);
        JsonDocument.Parse(json).Dispose();
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property A_manifest_of_JSON_among_others_has_the_places_that_YAML_gives_it() => Prop.ForAll(Trees, tree =>
    {
        var json = JsonWriter.ToText(new ManifestMap([new("apiVersion", new ManifestText("v1")), new("kind", new ManifestText("Any")), new("tree", tree)]), indented: true);
        var alone = ManifestReader.Read($"---\n{json}\n");
        var withComment = ManifestReader.Read($"---\n{json}\n# which no JSON has\n");
        return alone.Equals(withComment) && alone.Manifests.SelectMany(manifest => Places(manifest.Root)).SequenceEqual(withComment.Manifests.SelectMany(manifest => Places(manifest.Root)));
    });

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public Property Another_reader_of_yaml_finds_the_same_texts_quoted_where_they_must_be() => Prop.ForAll(Trees, tree =>
    {
        var parser = new Parser(new StringReader(YamlWriter.ToText(tree)));
        var texts = new List<string>();
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar { Style: ScalarStyle.DoubleQuoted } quoted) texts.Add(quoted.Value);
            if (parser.Current is Scalar { Style: ScalarStyle.Plain } plain && (char.IsAsciiLetter(plain.Value[0]) || plain.Value.Contains('/')) && plain.Value is not ("true" or "false" or "null")) texts.Add(plain.Value);
        }

        texts.ShouldBe(TextsOf(tree));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Equal_trees_have_equal_hashes_and_the_same_bytes() => Prop.ForAll(Trees, tree =>
    {
        var again = ManifestReader.ReadNode(YamlWriter.ToText(tree)).Node!;
        again.GetHashCode().ShouldBe(tree.GetHashCode());
        YamlWriter.ToText(again).ShouldBe(YamlWriter.ToText(tree));
    });

    private static IEnumerable<string> TextsOf(ManifestNode node) => node switch
    {
        ManifestText text => [text.Value],
        ManifestList list => list.SelectMany(TextsOf),
        ManifestMap map => map.SelectMany(entry => TextsOf(entry.Value).Prepend(entry.Key)),
        _ => [],
    };

    private static IEnumerable<TextPosition> Places(ManifestNode node) => node switch
    {
        ManifestMap map => map.SelectMany(entry => Places(entry.Value).Prepend(entry.KeyPosition)).Prepend(map.Position),
        ManifestList list => list.SelectMany(Places).Prepend(list.Position),
        _ => [node.Position],
    };
}
