using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

[Properties(Arbitrary = [typeof(LiteralArbitraries)])]
public sealed class LabelSelectorTextTests
{
    private const string Example = "Write requirements like 'app=web,tier in (api,edge),env!=dev,x,!canary'.";

    [TestCase("*", "*")]
    [TestCase("app=web,tier in (api,edge),env notin (dev),x,!canary", "app=web,!canary,env notin (dev),tier in (api,edge),x")]
    [TestCase("app==web", "app=web")]
    [TestCase("app!=web", "app notin (web)")]
    [TestCase("tier in (edge, api , edge)", "tier in (api,edge)")]
    [TestCase("tier in (api)", "tier=api")]
    [TestCase("tier in(,api)", "tier in (,api)")]
    [TestCase(" app = web , ! x ", "app=web,!x")]
    [TestCase("app=", "app=")]
    [TestCase("app!=", "app!=")]
    [TestCase("app=,x", "app=,x")]
    [TestCase("in in (notin),notin", "in=notin,notin")]
    [TestCase("app.kubernetes.io/name=web", "app.kubernetes.io/name=web")]
    public void The_syntax_of_kubectl_is_read_and_written_canonically(string text, string canonical)
    {
        LabelSelector.Parse(text).ToString().ShouldBe(canonical);
        LabelSelector.TryParse(canonical, out var again).ShouldBeTrue();
        again.ShouldBe(LabelSelector.Parse(text));
    }

    [Property]
    public bool A_selector_is_read_back_from_its_text(LabelSelector selector) => LabelSelector.Parse(selector.ToString()).Equals(selector);

    [TestCase("", "An empty text is not a selector, for nothing empty means everything. Write '*' for everything, or a requirement like 'app=web'.")]
    [TestCase("  ", "An empty text is not a selector, for nothing empty means everything. Write '*' for everything, or a requirement like 'app=web'.")]
    [TestCase(",", "',' has ',' where the key of a label belongs. " + Example)]
    [TestCase("app=web,", "'app=web,' ends where the key of a label belongs. " + Example)]
    [TestCase("=web", "'=web' has '=' where the key of a label belongs. " + Example)]
    [TestCase("!!x", "'!!x' has '!' where the key of a label belongs. " + Example)]
    [TestCase("x!y", "'x!y' has '!' where a ',' or the end belongs. " + Example)]
    [TestCase("!x=y", "'!x=y' has '=' where a ',' or the end belongs. " + Example)]
    [TestCase("x y", "'x y' has 'y' where a ',' or the end belongs. " + Example)]
    [TestCase("app=web tier=api", "'app=web tier=api' has 't' where a ',' or the end belongs. " + Example)]
    [TestCase("a===b", "'a===b' has '=' where a ',' or the end belongs. " + Example)]
    [TestCase("tier in", "'tier in' ends where a '(' belongs. " + Example)]
    [TestCase("tier in api", "'tier in api' has 'a' where a '(' belongs. " + Example)]
    [TestCase("tier in (api", "'tier in (api' ends where a ',' or a ')' belongs. " + Example)]
    [TestCase("tier in (api edge)", "'tier in (api edge)' has 'e' where a ',' or a ')' belongs. " + Example)]
    [TestCase("tier in ()", "'tier in ()' has a list without values. Write 'tier=' for the empty value.")]
    [TestCase("tier notin ( )", "'tier notin ( )' has a list without values. Write 'tier!=' for the empty value.")]
    [TestCase("tier in (api))", "'tier in (api))' has ')' where a ',' or the end belongs. " + Example)]
    [TestCase("a/b/c=d", "'a/b/c=d' has a key that Kubernetes refuses. 'a/b/c' is not a label key: it has more than one '/'. Write one such as 'app.kubernetes.io/name'.")]
    [TestCase("*,x", "'*,x' has a key that Kubernetes refuses. '*' is not a label key: '*' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    [TestCase("app=-", "'app=-' has a value that Kubernetes refuses. '-' is not a label value: it has to begin and end with a letter or a digit. Write one such as 'web'.")]
    [TestCase("app\t=web", "'app\\u0009=web' has a key that Kubernetes refuses. 'app\\u0009' is not a label key: '\\u0009' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    public void A_text_that_is_no_selector_is_refused_with_the_mend(string text, string message)
    {
        LabelSelector.TryParse(text, out var selector).ShouldBeFalse();
        selector.ShouldBeNull();
        Should.Throw<FormatException>(() => LabelSelector.Parse(text)).Message.ShouldBe(message);
    }

    [Test]
    public void Hostile_text_is_read_or_refused_in_a_moment()
    {
        LabelSelector.TryParse(new string('!', 1_000_000), out _).ShouldBeFalse();
        LabelSelector.TryParse(new string('a', 1_000_000), out _).ShouldBeFalse();
        LabelSelector.Parse(string.Join(',', Enumerable.Repeat("x", 100_000))).Requirements.Count.ShouldBe(1);
        LabelSelector.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<ArgumentNullException>(() => LabelSelector.Parse(null!));
    }
}
