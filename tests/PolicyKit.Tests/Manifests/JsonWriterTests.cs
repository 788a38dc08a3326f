using System.Text.Json;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class JsonWriterTests
{
    private static readonly Manifest Example = new(new ManifestMap(
    [
        new("apiVersion", "v1"),
        new("kind", "ConfigMap"),
        new("empty", new ManifestList([ManifestMap.Empty, ManifestList.Empty, new ManifestNull()])),
        new("more", new ManifestMap([new("n", 1), new("d", new ManifestDecimal(1)), new("t", true)])),
    ]));

    [Test]
    public void Json_is_indented_by_two_spaces() => Example.ToJson().ShouldBe("""
        {
          "apiVersion": "v1",
          "kind": "ConfigMap",
          "empty": [
            {},
            [],
            null
          ],
          "more": {
            "n": 1,
            "d": 1.0,
            "t": true
          }
        }
        """);

    [Test]
    public void Compact_json_has_no_blank() =>
        Example.ToJson(indented: false).ShouldBe("""{"apiVersion":"v1","kind":"ConfigMap","empty":[{},[],null],"more":{"n":1,"d":1.0,"t":true}}""");

    private static IEnumerable<TestCaseData> Texts() => NastyTexts.All.Select(text => new TestCaseData(text).SetArgDisplayNames(NastyTexts.Name(text)));

    [TestCaseSource(nameof(Texts))]
    public void Every_text_is_read_back_as_key_and_value(string text)
    {
        using var document = JsonDocument.Parse(JsonWriter.ToText(new ManifestMap([new(text, text)]), indented: false));

        var property = document.RootElement.EnumerateObject().ShouldHaveSingleItem();
        property.Name.ShouldBe(text);
        property.Value.GetString().ShouldBe(text);
    }

    [Test]
    public void A_manifest_becomes_dictionaries_lists_and_simple_values()
    {
        var dictionary = Example.ToDictionary();

        dictionary.Keys.ShouldBe(["apiVersion", "kind", "empty", "more"]);
        dictionary["kind"].ShouldBe("ConfigMap");
        var list = dictionary["empty"].ShouldBeOfType<List<object?>>();
        list.Count.ShouldBe(3);
        list[0].ShouldBeOfType<Dictionary<string, object?>>().ShouldBeEmpty();
        list[1].ShouldBeOfType<List<object?>>().ShouldBeEmpty();
        list[2].ShouldBeNull();
        var more = dictionary["more"].ShouldBeOfType<Dictionary<string, object?>>();
        more["n"].ShouldBe(1L);
        more["d"].ShouldBe(1.0);
        more["t"].ShouldBe(true);
    }
}
