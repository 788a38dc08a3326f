using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

[Properties(Arbitrary = [typeof(LiteralArbitraries)])]
public sealed class LabelSelectorTests
{
    private static readonly LabelKey Tier = LabelKey.Of("tier");

    [Test]
    public void Requirements_are_sorted_and_said_once()
    {
        var one = LabelSelector.Of(("tier", "api"), ("app", "web")).And(Tier.NotIn("b", "a", "b"), Tier.Exists(), Tier.Exists());
        var other = LabelSelector.Everything.And(Tier.Exists()).And(LabelSelector.Of(("app", "web"))).And(Tier.NotIn("a", "b"), Tier.In("api"));

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.ToString().ShouldBe("app=web,tier=api,tier notin (a,b),tier");
    }

    [Test]
    public void A_requirement_says_what_it_asks()
    {
        var requirement = Tier.In("edge", "api", "edge").Requirements[0];

        (requirement.Key, requirement.Operator).ShouldBe(("tier", LabelOperator.In));
        requirement.Values.ShouldBe(["api", "edge"]);
        Tier.Exists().Requirements[0].Values.ShouldBeEmpty();
        Tier.ToString().ShouldBe("tier");
    }

    [Test]
    public void Everything_asks_nothing()
    {
        LabelSelector.Everything.IsEverything.ShouldBeTrue();
        LabelSelector.Everything.Requirements.ShouldBeEmpty();
        LabelSelector.Everything.Matches([]).ShouldBeTrue();
        LabelSelector.Of(("app", "web")).IsEverything.ShouldBeFalse();
    }

    [TestCase("app=web", "app=web", true)]
    [TestCase("app=web", "app=web,tier=api", true)]
    [TestCase("app=web", "app=Web", false)]
    [TestCase("app=web", "", false)]
    [TestCase("app=", "app=", true)]
    [TestCase("app=", "", false)]
    [TestCase("app!=", "app=", false)]
    [TestCase("app!=", "", true)]
    [TestCase("tier in (api,edge)", "tier=edge", true)]
    [TestCase("tier in (api,edge)", "tier=db", false)]
    [TestCase("tier notin (api,edge)", "tier=db", true)]
    [TestCase("tier notin (api,edge)", "tier=api", false)]
    [TestCase("tier notin (api,edge)", "app=api", true)]
    [TestCase("tier", "tier=", true)]
    [TestCase("tier", "app=tier", false)]
    [TestCase("!tier", "app=tier", true)]
    [TestCase("!tier", "tier=", false)]
    [TestCase("app=web,!canary", "app=web", true)]
    [TestCase("app=web,!canary", "app=web,canary=1", false)]
    public void Labels_match_as_Kubernetes_says(string selector, string labels, bool matches)
    {
        var all = labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(label => label.Split('=')).Select(pair => Label.Of(pair[0], pair[1]));

        LabelSelector.Parse(selector).Matches(all).ShouldBe(matches);
    }

    [Property]
    public bool And_asks_for_both(LabelSelector one, LabelSelector other, Label[] labels) =>
        one.And(other).Matches(labels) == (one.Matches(labels) && other.Matches(labels)) && one.And(other).Equals(other.And(one));

    [Property]
    public bool Opposite_requirements_share_no_object(Label label, Label[] labels)
    {
        var key = LabelKey.Of(label.Key);

        return key.In(label.Value).Matches(labels) != key.NotIn(label.Value).Matches(labels)
            && key.Exists().Matches(labels) != key.DoesNotExist().Matches(labels);
    }

    [Test]
    public void A_key_or_value_that_Kubernetes_refuses_throws_at_its_line()
    {
        Message(() => LabelKey.Of("a b")).ShouldBe("'a b' is not a label key: ' ' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.");
        Message(() => Tier.In("api", "-")).ShouldBe("'-' is not a label value: it has to begin and end with a letter or a digit. Write one such as 'web'.");
        Message(() => Tier.NotIn(null!)).ShouldBe("A label value is missing. Write '' for the empty value.");
        Message(() => Label.Of("app", "a/b")).ShouldBe("'a/b' is not a label value: '/' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.");
        Message(() => LabelSelector.Of(("app", "web"), ("", "x"))).ShouldBe("An empty text is not a label key. Write one such as 'app.kubernetes.io/name'.");
    }

    [Test]
    public void A_label_is_equal_by_key_and_value_and_prints_both()
    {
        Label.Of("app", "web").ShouldBe(Label.Of("app", "web"));
        Label.Of("app", "web").ShouldNotBe(Label.Of("app", "Web"));
        Label.Of("app.kubernetes.io/name", "").ToString().ShouldBe("app.kubernetes.io/name=");
    }

    private static string Message(Func<object> write) => Should.Throw<FormatException>(() => { write(); }).Message;
}
