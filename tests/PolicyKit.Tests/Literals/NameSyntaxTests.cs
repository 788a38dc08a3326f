namespace PolicyKit.Tests.Literals;

public sealed class NameSyntaxTests
{
    private static readonly string Long63 = new('a', 63);

    [TestCase("web")]
    [TestCase("a")]
    [TestCase("0")]
    [TestCase("a--b-1")]
    public void A_DNS_label_names_a_policy_or_a_namespace(string text)
    {
        NameSyntax.PolicyName(text).ShouldBeNull();
        NameSyntax.Namespace(text).ShouldBeNull();
        NameSyntax.Subdomain(text, "a name").ShouldBeNull();
    }

    [TestCase("", "An empty text is not a policy name. Write one such as 'web'.")]
    [TestCase(null, "An empty text is not a policy name. Write one such as 'web'.")]
    [TestCase("Web_App", "'Web_App' is not a policy name: 'W' is none of a-z, 0-9 and '-'. Did you mean 'web-app'?")]
    [TestCase("web.app", "'web.app' is not a policy name: '.' is none of a-z, 0-9 and '-'. Did you mean 'web-app'?")]
    [TestCase("_web", "'_web' is not a policy name: '_' is none of a-z, 0-9 and '-'. Did you mean 'web'?")]
    [TestCase("web\n", "'web\\u000A' is not a policy name: '\\u000A' is none of a-z, 0-9 and '-'. Did you mean 'web'?")]
    [TestCase("ı", "'ı' is not a policy name: 'ı' is none of a-z, 0-9 and '-'. Write one such as 'web'.")]
    [TestCase("w🚀b", "'w🚀b' is not a policy name: '🚀' is none of a-z, 0-9 and '-'. Did you mean 'w--b'?")]
    [TestCase("-web", "'-web' is not a policy name: it may not begin or end with '-'. Did you mean 'web'?")]
    [TestCase("web-", "'web-' is not a policy name: it may not begin or end with '-'. Did you mean 'web'?")]
    [TestCase("-", "'-' is not a policy name: it may not begin or end with '-'. Write one such as 'web'.")]
    public void A_policy_name_that_is_no_DNS_label_is_refused(string? text, string message) => NameSyntax.PolicyName(text).ShouldBe(message);

    [TestCase("Kube-System", "'Kube-System' is not a namespace: 'K' is none of a-z, 0-9 and '-'. Did you mean 'kube-system'?")]
    [TestCase("", "An empty text is not a namespace. Write one such as 'web'.")]
    public void A_namespace_that_is_no_DNS_label_is_refused(string text, string message) => NameSyntax.Namespace(text).ShouldBe(message);

    [Test]
    public void A_DNS_label_has_63_characters_at_most()
    {
        NameSyntax.PolicyName(Long63).ShouldBeNull();
        NameSyntax.PolicyName(Long63 + "a").ShouldBe($"'{Long63}a' is not a policy name: it has 64 characters, and 63 are the most. Write a shorter one.");
        NameSyntax.Namespace(new string('a', 1_000_000)).ShouldBe(
            $"'{new string('a', 80)}…' is not a namespace: it has 1000000 characters, and 63 are the most. Write a shorter one.");
    }

    [TestCase("a.b-1.c", null)]
    [TestCase("a..b", "'a..b' is not a name: nothing stands before or behind one of its dots. Write a name such as 'example.com'.")]
    [TestCase(".a", "'.a' is not a name: nothing stands before or behind one of its dots. Write a name such as 'example.com'.")]
    [TestCase("a.", "'a.' is not a name: nothing stands before or behind one of its dots. Write a name such as 'example.com'.")]
    [TestCase("a-.b", "'a-.b' is not a name: no part between its dots may begin or end with '-'. Write a name such as 'example.com'.")]
    [TestCase("a.-b", "'a.-b' is not a name: no part between its dots may begin or end with '-'. Write a name such as 'example.com'.")]
    [TestCase("A.b", "'A.b' is not a name: 'A' is none of a-z, 0-9, '-' and '.'. Did you mean 'a.b'?")]
    [TestCase("A..b", "'A..b' is not a name: 'A' is none of a-z, 0-9, '-' and '.'. Write one such as 'example.com'.")]
    [TestCase("", "An empty text is not a name. Write one such as 'example.com'.")]
    public void A_subdomain_is_labels_with_dots_between_them(string text, string? message) => NameSyntax.Subdomain(text, "a name").ShouldBe(message);

    [Test]
    public void A_subdomain_has_253_characters_at_most()
    {
        NameSyntax.Subdomain(new string('a', 253), "a name").ShouldBeNull();
        NameSyntax.Subdomain(new string('a', 254), "a name").ShouldBe(
            $"'{new string('a', 80)}…' is not a name: it has 254 characters, and 253 are the most. Write a shorter one.");
    }

    [TestCase("app")]
    [TestCase("App_1.x-y")]
    [TestCase("app.kubernetes.io/name")]
    [TestCase("a/B")]
    public void A_qualified_name_is_a_key(string key)
    {
        NameSyntax.LabelKey(key).ShouldBeNull();
        NameSyntax.AnnotationKey(key).ShouldBeNull();
    }

    [TestCase("", "An empty text is not a label key. Write one such as 'app.kubernetes.io/name'.")]
    [TestCase("a b", "'a b' is not a label key: ' ' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    [TestCase("_app", "'_app' is not a label key: it has to begin and end with a letter or a digit. Did you mean 'app'?")]
    [TestCase("x/app-", "'x/app-' is not a label key: its name has to begin and end with a letter or a digit. Did you mean 'x/app'?")]
    [TestCase("x/-", "'x/-' is not a label key: its name has to begin and end with a letter or a digit. Write one such as 'web'.")]
    [TestCase("a/b/c", "'a/b/c' is not a label key: it has more than one '/'. Write one such as 'app.kubernetes.io/name'.")]
    [TestCase("/app", "'/app' is not a label key: nothing stands before its '/'. Write one such as 'app.kubernetes.io/name'.")]
    [TestCase("example.com/", "'example.com/' is not a label key: nothing stands behind its '/'. Write one such as 'app.kubernetes.io/name'.")]
    [TestCase("Example.com/app", "'Example.com' is not the prefix of a label key: 'E' is none of a-z, 0-9, '-' and '.'. Did you mean 'example.com'?")]
    public void A_label_key_that_Kubernetes_refuses_is_refused(string key, string message) => NameSyntax.LabelKey(key).ShouldBe(message);

    [TestCase("Example.com/app", null)]
    [TestCase("a b/app", "'a b' is not the prefix of an annotation key: ' ' is none of a-z, 0-9, '-' and '.'. Did you mean 'a-b'?")]
    [TestCase("a b", "'a b' is not an annotation key: ' ' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    public void An_annotation_key_is_read_without_regard_to_the_case_of_its_prefix(string key, string? message) =>
        NameSyntax.AnnotationKey(key).ShouldBe(message);

    [TestCase("", null)]
    [TestCase("v1.2-rc_3", null)]
    [TestCase(null, "A label value is missing. Write '' for the empty value.")]
    [TestCase("a/b", "'a/b' is not a label value: '/' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    [TestCase("-a", "'-a' is not a label value: it has to begin and end with a letter or a digit. Did you mean 'a'?")]
    [TestCase("é", "'é' is not a label value: 'é' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    public void A_label_value_is_checked_as_Kubernetes_does(string? value, string? message) => NameSyntax.LabelValue(value).ShouldBe(message);

    [Test]
    public void Keys_and_values_have_63_characters_at_most()
    {
        NameSyntax.LabelValue(Long63).ShouldBeNull();
        NameSyntax.LabelKey("x/" + Long63).ShouldBeNull();
        NameSyntax.LabelValue(Long63 + "a").ShouldBe($"'{Long63}a' is not a label value: it has 64 characters, and 63 are the most. Write a shorter one.");
        NameSyntax.LabelKey($"x/{Long63}a").ShouldBe($"'x/{Long63}a' is not a label key: its name has 64 characters, and 63 are the most. Write a shorter one.");
    }

    [TestCase("http", null)]
    [TestCase("a-1", null)]
    [TestCase("fifteen-letters", null)]
    [TestCase("sixteen-letters1", "'sixteen-letters1' is not a port name: it has 16 characters, and 15 are the most. Write a shorter one.")]
    [TestCase("", "An empty text is not a port name. Write one such as 'metrics'.")]
    [TestCase("8080", "'8080' is not a port name: it has no letter. Write a number as a number, such as Port.Tcp(8080).")]
    [TestCase("1-2", "'1-2' is not a port name: it has no letter. Write a number as a number, such as Port.Tcp(8080).")]
    [TestCase("HTTP", "'HTTP' is not a port name: 'H' is none of a-z, 0-9 and '-'. Did you mean 'http'?")]
    [TestCase("http_metrics", "'http_metrics' is not a port name: '_' is none of a-z, 0-9 and '-'. Did you mean 'http-metrics'?")]
    [TestCase("-http", "'-http' is not a port name: it may not begin or end with '-'. Did you mean 'http'?")]
    [TestCase("http-", "'http-' is not a port name: it may not begin or end with '-'. Did you mean 'http'?")]
    [TestCase("a--b", "'a--b' is not a port name: it has '--'. Did you mean 'a-b'?")]
    public void A_port_name_is_checked_as_Kubernetes_does(string text, string? message) => NameSyntax.PortName(text).ShouldBe(message);
}
