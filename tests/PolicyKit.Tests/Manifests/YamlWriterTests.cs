using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class YamlWriterTests
{
    private static readonly Manifest Policy = new(Map(
        ("apiVersion", "networking.k8s.io/v1"),
        ("kind", "NetworkPolicy"),
        ("metadata", Map(("name", "web"), ("namespace", "y"), ("labels", ManifestMap.Empty))),
        ("spec", Map(
            ("podSelector", Map(("matchLabels", Map(("app", "web"))))),
            ("policyTypes", List("Ingress")),
            ("ingress", List(
                Map(("from", List(Map(("ipBlock", Map(("cidr", "10.0.0.0/8"), ("except", List("10.1.0.0/16"))))))), ("ports", List(Map(("port", 8080), ("protocol", "TCP"))))),
                ManifestMap.Empty)),
            ("egress", ManifestList.Empty)))));

    [Test]
    public void A_policy_is_written_in_block_style_with_lists_under_their_key() => Policy.ToYaml().ShouldBe("""
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: "y"
          labels: {}
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes:
          - Ingress
          ingress:
          - from:
            - ipBlock:
                cidr: 10.0.0.0/8
                except:
                - 10.1.0.0/16
            ports:
            - port: 8080
              protocol: TCP
          - {}
          egress: []

        """);

    [Test]
    public void Lists_in_lists_and_lone_values_keep_their_place() =>
        YamlWriter.ToText(List(List(1, List(2, List())), Map(("a", List(List(true)))), new ManifestNull())).ShouldBe("""
            ---
            - - 1
              - - 2
                - []
            - a:
              - - true
            - null

            """);

    [Test]
    public void Every_document_starts_with_a_separator_so_that_texts_can_be_joined()
    {
        var two = YamlWriter.CheckedToText([Policy, Policy]);

        two.ShouldBe(Policy.ToYaml() + Policy.ToYaml());
        two.ShouldStartWith("---\napiVersion: ");
    }

    [Test]
    public void No_manifests_are_no_text() => YamlWriter.CheckedToText([]).ShouldBe("");

    [Test]
    public void A_long_key_is_marked_as_a_key_because_readers_look_for_its_colon_only_so_far()
    {
        var key = new string('k', 129);

        YamlWriter.ToText(Map(("m", Map((key, Map(("a", 1))), (key + "2", "v"))))).ShouldBe($"---\nm:\n  ? {key}\n  :\n    a: 1\n  ? {key}2\n  : v\n");
    }

    [Test]
    public void The_target_gets_the_same_text_as_a_string()
    {
        var many = Enumerable.Repeat(Policy, 500).ToArray();
        var target = new StringWriter();

        YamlWriter.WriteChecked(target, many);

        target.ToString().ShouldBe(YamlWriter.CheckedToText(many));
        target.ToString().Length.ShouldBeGreaterThan(100_000);
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused_with_its_place_before_anything_is_written()
    {
        var bad = new Manifest(Map(("apiVersion", "v1"), ("kind", "ConfigMap"), ("items", List("a", Map(("note", "a\uD83Db"))))));

        Should.Throw<ArgumentException>(bad.ToYaml).Message
            .ShouldStartWith("The text holds half of a surrogate pair, which no file can carry. It is at 'items[1].note'.");
        Should.Throw<ArgumentException>(bad.ToYaml).ParamName.ShouldBe("root");
        Should.Throw<ArgumentException>(() => bad.ToJson());
    }

    [TestCase(0xDE00)]
    [TestCase(0xDE00, 0xD83D)]
    [TestCase(0x61, 0xD83D)]
    [TestCase(0xD83D, 0xDE00, 0xDE00)]
    public void Half_a_surrogate_pair_is_refused_in_a_key(params int[] codes) =>
        Should.Throw<ArgumentException>(() => YamlWriter.ToText(Map(("spec", Map((string.Concat(codes.Select(code => (char)code)), 1)))))).Message
            .ShouldStartWith("A key holds half of a surrogate pair, which no file can carry. It is at 'spec'.");

    [Test]
    public void A_tree_of_a_hundred_levels_is_written_and_a_deeper_one_refused()
    {
        YamlWriter.ToText(Nested(100)).ShouldStartWith("---\n- - - ");
        Should.Throw<ArgumentException>(() => YamlWriter.ToText(Nested(101))).Message.ShouldStartWith("The tree is more than 100 levels deep. It is at '[0][0]");
    }

    private static ManifestNode Nested(int depth) => Enumerable.Range(0, depth).Aggregate((ManifestNode)"x", (inner, _) => List(inner));

    private static ManifestMap Map(params (string Key, ManifestNode Value)[] entries) => new(entries.Select(e => new ManifestEntry(e.Key, e.Value)));

    private static ManifestList List(params ManifestNode[] items) => new(items);
}
