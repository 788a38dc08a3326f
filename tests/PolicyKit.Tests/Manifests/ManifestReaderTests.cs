using System.Text;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class ManifestReaderTests
{
    private const string Policy = """
        # a comment
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web, namespace: "y"}
        spec:
          ingress:
          - ports:
            - port: 8080
        """;

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Every_key_and_node_knows_its_place_whatever_ends_the_lines(string lineEnd)
    {
        var read = ManifestReader.Read(("---\n" + Policy).Replace("\n", lineEnd), "web.yaml");

        read.Diagnostics.ShouldBeEmpty();
        var manifest = read.Manifests.ShouldHaveSingleItem();
        manifest.ToString().ShouldBe("NetworkPolicy y/web");
        manifest.File.ShouldBe("web.yaml");
        manifest.Root.Position.ShouldBe(new(3, 1));
        var metadata = manifest.Root[2];
        metadata.KeyPosition.ShouldBe(new(5, 1));
        metadata.Value.Position.ShouldBe(new(5, 11));
        ((ManifestMap)metadata.Value)[1].Value.Position.ShouldBe(new(5, 34));
        var ingress = (ManifestList)((ManifestMap)manifest.Root["spec"]!)["ingress"]!;
        ingress.Position.ShouldBe(new(8, 3));
        var port = ((ManifestMap)((ManifestList)((ManifestMap)ingress[0])[0].Value)[0])[0];
        port.KeyPosition.ShouldBe(new(9, 7));
        port.Value.Position.ShouldBe(new(9, 13));
    }

    [Test]
    public void Json_is_read_with_places_tabs_and_escaped_pairs()
    {
        var read = ManifestReader.Read("{\n\t\"apiVersion\": \"v1\",\t\"kind\":\n\"Config\\u004dap\",\n\"data\": {\"\u00E9\U0001F600\": \"\\ud83d\\ude00\", \"y\": [1, 1.0, 1e3, true, null]}}");

        read.Diagnostics.ShouldBeEmpty();
        var root = read.Manifests.ShouldHaveSingleItem().Root;
        root["kind"].ShouldBe(new ManifestText("ConfigMap"));
        root[0].KeyPosition.ShouldBe(new(2, 2));
        root["kind"]!.Position.ShouldBe(new(3, 1));
        var data = (ManifestMap)root["data"]!;
        data[0].Value.Position.ShouldBe(new(4, 17));
        data[0].ShouldBe(new("\u00E9\U0001F600", "\U0001F600"));
        data[0].KeyPosition.ShouldBe(new(4, 10));
        data["y"].ShouldBe(new ManifestList([1, new ManifestDecimal(1), new ManifestDecimal(1000), true, new ManifestNull()]));
    }

    [TestCase("{\"a\": 12345678901234567890}", "line 1, column 7: error PK5001: The number '12345678901234567890' does not fit in 64 bits. Quote it if it is text: \"12345678901234567890\".")]
    [TestCase("{\"a\": 010}", "line 1, column 7: error PK5001: '010' without quotes is not the same to all readers of YAML. Quote it if it is text: \"010\"; a number needs plain decimal digits.")]
    [TestCase("[\"\\ud83d\"]", "line 1, column 2: error PK5001: The escape is not a Unicode character. Write the character itself, or its code behind \\U in eight digits.")]
    public void Json_is_held_to_the_same_rules(string json, string words) =>
        ManifestReader.ReadNode(json).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(words);

    [TestCase("{\"a\": 1, \"b\": [true, null, \"x # y\", 1e3, {}],\n  \"c\": {\"d\": \"é\"}}")]
    [TestCase("{\"a\": 1, \"a\": 2}")]
    [TestCase("{\"a\": 12345678901234567890}")]
    [TestCase("{\"a\"\n: 1}")]
    [TestCase("{\"a\": \"\\ud83d\\ude00\"}")]
    [TestCase("{\"a\":\t1}")]
    [TestCase("{\"a\": 1,}")]
    [TestCase("{\"a\": \"\u0085\"}")]
    [TestCase("[1, \"-\", \"y\", -0, 1.5]\n")]
    public void A_document_of_JSON_among_others_is_read_as_YAML_reads_it(string json)
    {
        var alone = ManifestReader.Read($"---\n{json}\n---\n[2]");
        var withComment = ManifestReader.Read($"---\n{json}\n# which no JSON has\n---\n[2]");
        alone.Diagnostics.Select(found => found.Message).ShouldBe(withComment.Diagnostics.Select(found => found.Message));
        alone.Diagnostics[0].Position.ShouldBe(withComment.Diagnostics[0].Position);
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("# only\n---\n# comments\n--- # here\n")]
    [TestCase("\uFEFF")]
    public void Documents_without_content_are_skipped(string text)
    {
        ManifestReader.Read(text).ShouldBe(new ManifestReadResult([], []));
        ManifestReader.ReadNode(text).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("error PK5001: There is no document here. Write one.");
    }

    [Test]
    public void A_bad_document_hides_no_other()
    {
        var read = ManifestReader.Read("apiVersion: v1\nkind: A\n---\na: \"x\n---\napiVersion: v1\nkind: B\n---\n[1\n---\nkind: C\n---\napiVersion: v1\nkind: D\nx: yes\n", "f.yaml");

        read.Manifests.Select(m => m.Kind).ShouldBe(["A", "B"]);
        read.Diagnostics.Select(d => d.ToString()).ShouldBe(
        [
            "f.yaml(4,4): error PK5001: The quotation mark that opens here is not closed. Close it.",
            "f.yaml(10,1): error PK5001: The list in brackets that opens at line 9, column 1 is not closed, or a comma is missing. Close it with ']' or separate its items with ','.",
            "f.yaml(11,1): error PK5001: The manifest has no 'apiVersion'. Add it, for example 'apiVersion: networking.k8s.io/v1'.",
            "f.yaml(15,4): error PK5001: 'yes' without quotes is true to kubectl, and text to YAML 1.2. Write true, or \"yes\" if it is text.",
        ]);
    }

    [Test]
    public void Lists_of_objects_are_unfolded_also_in_each_other()
    {
        const string list = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: A\n- apiVersion: v1\n  kind: BList\n  items:\n  - {apiVersion: v1, kind: B}\n- {apiVersion: v1, kind: AllowList, spec: {}}\n- {apiVersion: v1, kind: List, items: null}\n";

        var read = ManifestReader.Read(list);

        read.Diagnostics.ShouldBeEmpty();
        read.Manifests.Select(m => (m.Kind, m.Root.Position.Line)).ShouldBe([("A", 4), ("B", 9), ("AllowList", 10)]);
    }

    [TestCase("apiVersion: v1\nkind: List\nitems: {}", "line 3, column 8: error PK5001: The 'items' of a List are a list, but this is a map. Write each item behind '- '.")]
    [TestCase("apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: A}\n- {kind: B}", "line 5, column 3: error PK5001: The manifest has no 'apiVersion'. Add it, for example 'apiVersion: networking.k8s.io/v1'.")]
    [TestCase("apiVersion: v1", "line 1, column 1: error PK5001: The manifest has no 'kind'. Add it, for example 'kind: NetworkPolicy'.")]
    [TestCase("apiVersion: 1\nkind: A", "line 1, column 13: error PK5001: The 'apiVersion' of a manifest is text, but this is a whole number. Write, for example, 'apiVersion: networking.k8s.io/v1'.")]
    [TestCase("- a", "line 1, column 1: error PK5001: A manifest is a map, but this is a list. Start with 'apiVersion:' and 'kind:', each object in a document of its own.")]
    [TestCase("a", "line 1, column 1: error PK5001: A manifest is a map, but this is a text. Start with 'apiVersion:' and 'kind:', each object in a document of its own.")]
    public void What_is_no_manifest_is_refused_as_a_whole(string yaml, string words)
    {
        var read = ManifestReader.Read(yaml);

        read.Manifests.ShouldBeEmpty();
        read.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(words);
    }

    [Test]
    public void Anchors_and_aliases_are_resolved() =>
        ManifestReader.ReadNode("a: &x {k: [1]}\nb: *x\nc: [*x]\nd: &x 2\ne: *x").Node.ShouldBe(
            ManifestReader.ReadNode("a: {k: [1]}\nb: {k: [1]}\nc: [{k: [1]}]\nd: 2\ne: 2").Node);

    [TestCase(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "line 1, column 1: error PK5001: The text is not UTF-8 but UTF-16 or UTF-32. Save it as UTF-8.")]
    [TestCase(new byte[] { 0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0xC3, 0x28 }, "line 2, column 2: error PK5001: The text is not UTF-8: here stands a byte that belongs to no character. Save it as UTF-8.")]
    public void Bytes_that_are_not_utf8_are_refused(byte[] bytes, string words) =>
        ManifestReader.Read(new MemoryStream(bytes)).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(words);

    [Test]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        ManifestReader.Read(new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Policy)])).Manifests.ShouldHaveSingleItem().Name.ShouldBe("web");

    [Test]
    public void A_file_that_is_not_there_or_not_a_file_is_a_finding()
    {
        var missing = Path.Combine(Path.GetTempPath(), "policykit-no-such-file.yaml");

        ManifestReader.ReadFile(missing).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"{missing}: error PK5001: There is no such file. Look at its name and at the directory it is read from.");
        ManifestReader.ReadFile(Path.GetTempPath()).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe($"{Path.GetTempPath()}: error PK5001: The file cannot be read. See that it is a file, and that this user may read it.");
    }

    [Test]
    public void Parse_takes_exactly_one_manifest_and_names_both_lines()
    {
        Manifest.Parse(Policy).Name.ShouldBe("web");
        var bad = Should.Throw<ManifestFormatException>(() => Manifest.Parse("a: 1\nb: y\nc: no", "Program.cs", 29));
        bad.Message.ShouldBe(
            """
            Program.cs(29), line 2, column 4: error PK5001: 'y' without quotes is true to kubectl, and text to YAML 1.2. Write true, or "y" if it is text.
            Program.cs(29), line 3, column 4: error PK5001: 'no' without quotes is false to kubectl, and text to YAML 1.2. Write false, or "no" if it is text.
            """);
        bad.Diagnostics.Count.ShouldBe(2);
        Should.Throw<ManifestFormatException>(() => Manifest.Parse("# nothing", "Program.cs", 3)).Message
            .ShouldBe("Program.cs(3): error PK5001: There is no manifest here. Write one.");
        Should.Throw<ManifestFormatException>(() => Manifest.Parse($"{Policy}\n---\n{Policy}", "Program.cs", 3)).Message
            .ShouldBe("Program.cs(3), line 11, column 1: error PK5001: There are 2 manifests here; one is expected. Leave one, and write the others where they belong.");
    }
}
