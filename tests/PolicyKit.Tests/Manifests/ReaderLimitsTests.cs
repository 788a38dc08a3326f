using System.Diagnostics;
using System.Text;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class ReaderLimitsTests
{
    [Test]
    public void An_alias_bomb_is_refused_before_it_grows()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");

        Only(ManifestReader.ReadNode(bomb.ToString())).ShouldBe(
            "line 6, column 10: error PK5001: The aliases of the text stand for more than 100000 nodes. Write the text out where the alias stands.");
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("[\n")]
    [TestCase("{\"a\":")]
    public void A_million_open_brackets_are_refused_and_the_next_document_is_still_read(string open)
    {
        var text = string.Concat(Enumerable.Repeat(open, 1_000_000)) + "\n---\napiVersion: v1\nkind: ConfigMap\n";

        var read = ManifestReader.Read(text);

        read.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("More than 100 maps and lists stand in each other here.");
        read.Manifests.ShouldHaveSingleItem().Kind.ShouldBe("ConfigMap");
    }

    [TestCase("[[1]]")]
    [TestCase("- - 1")]
    public void Depth_counts_maps_and_lists(string text)
    {
        ManifestReader.ReadNode(text, limits: new() { Depth = 2 }).Diagnostics.ShouldBeEmpty();
        Only(ManifestReader.ReadNode(text, limits: new() { Depth = 1 })).ShouldEndWith("error PK5001: More than 1 maps and lists stand in each other here. Write the text flatter.");
    }

    [Test]
    public void Depth_counts_through_aliases() =>
        Only(ManifestReader.ReadNode("a: &x [[1]]\nb: [*x]", limits: new() { Depth = 3 }))
            .ShouldBe("line 2, column 5: error PK5001: More than 3 maps and lists stand in each other here. Write the text flatter.");

    [Test]
    public void A_stream_of_two_hundred_megabytes_is_refused_without_being_read()
    {
        using var stream = new EndlessStream(200L * 1024 * 1024, canSeek: true);

        Only(ManifestReader.Read(stream, "big.yaml")).ShouldBe("big.yaml: error PK5001: The text has more than 67108864 bytes, which is the most; it was not read. Split it.");
        stream.BytesRead.ShouldBe(0);
    }

    [Test]
    public void A_stream_of_unknown_length_is_read_only_up_to_the_limit()
    {
        using var stream = new EndlessStream(long.MaxValue, canSeek: false);

        Only(ManifestReader.Read(stream, limits: new() { Size = 1_000_000 })).ShouldBe("error PK5001: The text has more than 1000000 bytes, which is the most; it was not read. Split it.");
        stream.BytesRead.ShouldBeLessThan(1_200_000);
    }

    [Test]
    public void A_text_over_the_limit_is_refused() =>
        Only(ManifestReader.Read("a: 123", limits: new() { Size = 5 })).ShouldBe("error PK5001: The text has 6 characters; the most is 5. Split it.");

    [TestCase("a: \"{0}\"")]
    [TestCase("a: {0}")]
    [TestCase("a: |\n  {0}")]
    [TestCase("{\"a\":\"{0}\"}")]
    public void A_scalar_of_ten_million_characters_is_refused(string form)
    {
        var watch = Stopwatch.StartNew();

        Only(ManifestReader.ReadNode(form.Replace("{0}", new string('x', 10_000_000)))).ShouldEndWith("A text of 10000000 characters stands here; the most is 1048576. Shorten it.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Documents_and_nodes_are_counted_over_the_whole_text()
    {
        const string text = "apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n---\napiVersion: v1\nkind: C\n";

        var documents = ManifestReader.Read(text, limits: new() { Documents = 2 });
        documents.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("line 7, column 1: error PK5001: The text has more than 2 documents. Split the text.");
        documents.Manifests.Select(m => m.Kind).ShouldBe(["A", "B"]);

        var nodes = ManifestReader.Read(text, limits: new() { Nodes = 5 });
        nodes.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("line 5, column 7: error PK5001: The text has more than 5 nodes. Split the text.");
        nodes.Manifests.Select(m => m.Kind).ShouldBe(["A"]);
    }

    [Test]
    public void Findings_end_when_there_are_too_many()
    {
        var read = ManifestReader.Read(string.Join(", ", Enumerable.Repeat("y", 1000)).Insert(0, "[") + "]");

        read.Diagnostics.Count.ShouldBe(101);
        read.Diagnostics[100].ToString().ShouldBe("line 1, column 302: error PK5001: There are more than 100 findings; the text was not read further. Mend the first ones and read it again.");
    }

    [Test]
    public void A_map_with_many_keys_costs_no_square_of_time()
    {
        var watch = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"k{i}: 1\n")) + "k77: 2\n";

        Only(ManifestReader.ReadNode(text)).ShouldBe("line 200001, column 1: error PK5001: The key 'k77' stands twice in one map: here and at line 78, column 1. Remove one of the two.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static string Only(ManifestReadResult read) => read.Diagnostics.ShouldHaveSingleItem().ToString();

    private static string Only(NodeReadResult read) => read.Diagnostics.ShouldHaveSingleItem().ToString();
}
