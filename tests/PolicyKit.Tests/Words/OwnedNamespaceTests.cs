using PolicyKit.Tests.Lint;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Words;

/// <summary>Who says that a namespace is theirs may isolate it; it is an entry of the set, and emits nothing.</summary>
public sealed class OwnedNamespaceTests
{
    private static readonly Policy Deny = Policy.ForAllPods().InNamespace("flux-system").DenyIngressByDefault();

    [Test]
    public void It_emits_nothing_and_stays_with_its_set()
    {
        PolicySet flux = [Namespace("flux-system").Owned(), Deny];
        PolicySet spread = [.. flux];

        spread.ShouldBe(flux);
        spread.InMode(RolloutMode.DryRun)[0].Mode.ShouldBe(RolloutMode.DryRun);
        foreach (var engine in Engine.All) flux.Emit(engine).ToYaml().ShouldBe(PolicySet.Of(Deny).Emit(engine).ToYaml());
    }

    [Test]
    public void A_default_deny_of_a_shared_namespace_that_is_owned_is_no_surprise()
    {
        PolicySet.Of(Deny).Says("PK1007").ShouldHaveSingleItem().ShouldEndWith("if all of them are, say Namespace(\"flux-system\").Owned().");
        PolicySet.Of(Deny, Namespace("flux-system").Owned()).Says("PK1007").ShouldBeEmpty();
        PolicySet.Of(Deny, Namespace("other").Owned()).Says("PK1007").ShouldHaveSingleItem();
    }

    [Test]
    public void An_allow_rule_in_a_foreign_namespace_that_is_owned_is_no_surprise()
    {
        PolicySet set = [Linted.Web.AllowIngress(Port.Https).From(Self), Policy.ForPods(("app", "source-controller")).InNamespace("flux-system").AllowIngress(Port.Tcp(9090)).From(Namespace("shop"))];

        set.Says("PK1013").ShouldHaveSingleItem();
        Linted.Says([Namespace("flux-system").Owned(), .. set], "PK1013").ShouldBeEmpty();
    }

    [Test]
    public void Only_a_namespace_by_its_name_can_be_owned()
    {
        Should.Throw<FormatException>(() => AnyNamespace.Owned()).Message
            .ShouldBe("AnyNamespace is not one namespace by its name, so nobody can say that it is theirs. Write Namespace(\"…\").Owned() for each.");
        Should.Throw<FormatException>(() => Namespaces("a", "b").Owned()).Message.ShouldStartWith("Namespaces(\"a\", \"b\") is not one namespace");
        Should.Throw<FormatException>(() => Namespaces(("team", "a")).Owned());
    }

    [Test]
    public void A_dry_run_does_not_count_it_as_an_entry() =>
        PolicySet.Of(Namespace("shop").Owned(), Linted.Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun).Says("PK3014")
            .ShouldBe(PolicySet.Of(Linted.Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun).Says("PK3014"));
}
