using PolicyKit.Verification.Deciding;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>In which order policies and tiers are asked, and what each action and each end does.</summary>
internal sealed class CalicoTierTests
{
    private const string Web = "selector: app == 'web', types: [Ingress], ";
    private const string Probe = "ops/tool > shop/web TCP/80";

    [TestCase("Allow", "Deny", "allow", TestName = "The first rule that matches allows")]
    [TestCase("Deny", "Allow", "deny", TestName = "or denies")]
    [TestCase("Log", "Allow", "allow", TestName = "Log goes on to the next rule")]
    [TestCase("Log", "Deny", "deny", TestName = "whatever that does")]
    [TestCase("Log", "Log", "deny", TestName = "and at the end to the end of the tier")]
    [TestCase("Pass", "Deny", "allow", TestName = "Pass leaves the tier, and nothing behind it denies")]
    public void Rules_are_asked_in_order(string first, string second, string verdict) =>
        JudgeOf(Policy($"{Web}ingress: [{{action: {first}}}, {{action: {second}}}]")).Ask(Probe).ShouldBe(verdict);

    [TestCase("order: 10, ", "order: 20, ", "allow", TestName = "The lower order goes first")]
    [TestCase("order: 20, ", "order: 10, ", "deny", TestName = "whatever the names")]
    [TestCase("order: -1.5, ", "order: -1, ", "allow", TestName = "also below zero, and between whole numbers")]
    [TestCase("", "order: 100000, ", "deny", TestName = "No order comes last")]
    [TestCase("", "", "allow", TestName = "Two without one go by name")]
    [TestCase("order: 5, ", "order: 5.0, ", "allow", TestName = "and so do equal ones")]
    public void Policies_of_a_tier_are_asked_by_order_and_name(string allow, string deny, string verdict) =>
        ShouldBeInAnyOrderOfWriting(verdict, Policy($"{allow}{Web}ingress: [{{action: Allow}}]", "a"), Policy($"{deny}{Web}ingress: [{{action: Deny}}]", "b"));

    [Test]
    public void Names_are_compared_together_with_namespace_and_kind()
    {
        // "a-b/shop" is before "a/shop": a dash is less than a slash.
        JudgeOf(Policy(Web + "ingress: [{action: Deny}]", "a"), Policy(Web + "ingress: [{action: Allow}]", "a-b")).Ask(Probe).ShouldBe("allow");
        JudgeOf(Policy(Web + "ingress: [{action: Deny}]", "a"), Global(Web + "ingress: [{action: Allow}]", "a")).Ask(Probe).ShouldBe("allow");
    }

    [TestCase("order: 10", "order: 20", "allow", TestName = "The tier of lower order goes first")]
    [TestCase("order: 20", "order: 10", "deny", TestName = "and the other one after it")]
    [TestCase("", "order: 2000000", "deny", TestName = "A tier without an order comes last")]
    [TestCase("", "", "allow", TestName = "Tiers without one go by name")]
    public void Tiers_are_asked_by_order_and_name(string allow, string deny, string verdict) =>
        ShouldBeInAnyOrderOfWriting(
            verdict,
            Tier("a", allow), Tier("b", deny), Policy($"tier: a, {Web}ingress: [{{action: Allow}}]", "a.p"), Policy($"tier: b, {Web}ingress: [{{action: Deny}}]", "b.p"));

    // An early tier has one policy with one rule; the tier default allows UDP to the same pods.
    [TestCase("", "[{action: Allow, protocol: TCP}]", "TCP/80", "allow", TestName = "An early Allow is final")]
    [TestCase("", "[{action: Allow, protocol: TCP}]", "UDP/53", "deny", TestName = "The end of a tier denies what its policies select and do not decide")]
    [TestCase(", defaultAction: Deny", "[]", "UDP/53", "deny", TestName = "with no rules at all too")]
    [TestCase(", defaultAction: Pass", "[{action: Allow, protocol: TCP}]", "UDP/53", "allow", TestName = "unless the tier passes by default")]
    [TestCase(", defaultAction: Pass", "[{action: Deny, protocol: TCP}]", "TCP/80", "deny", TestName = "which a Deny does not do")]
    [TestCase(", defaultAction: Pass", "[]", "TCP/80", "deny", TestName = "and then the next tier decides")]
    [TestCase("", "[{action: Pass}]", "UDP/53", "allow", TestName = "A Pass asks the next tier")]
    [TestCase("", "[{action: Pass}]", "TCP/80", "deny", TestName = "which may deny")]
    public void A_tier_before_the_default_one(string end, string rules, string traffic, string verdict) =>
        JudgeOf(
            Tier("early", "order: 100" + end),
            Global($"tier: early, {Web}ingress: {rules}", "early.p"),
            Policy(Web + "ingress: [{action: Allow, protocol: UDP}]")).Ask($"ops/tool > shop/web {traffic}").ShouldBe(verdict);

    [Test]
    public void A_tier_ends_only_for_what_its_policies_select_in_that_direction()
    {
        var judge = JudgeOf(Tier("early", "order: 100"), Global("tier: early, selector: app == 'web', types: [Egress]", "early.p"));
        judge.Ask(Probe).ShouldBe("allow");
        judge.Ask("shop/web > ops/tool TCP/80").ShouldBe("deny");
        judge.Ask("shop/bot > ops/tool TCP/80").ShouldBe("allow");
    }

    [Test]
    public void A_tier_that_nobody_defined_comes_after_all_others_and_denies()
    {
        var unknown = Policy("tier: nowhere, " + Web + "ingress: [{action: Allow, protocol: TCP}]", "nowhere.p");
        JudgeOf(unknown).Ask(Probe).ShouldBe("allow");
        JudgeOf(unknown).Ask("ops/tool > shop/web UDP/53").ShouldBe("deny");
        JudgeOf(unknown, Policy(Web + "ingress: [{action: Deny}]")).Ask(Probe).ShouldBe("deny");
        JudgeOf(unknown, Tier("a-last", ""), Policy("tier: a-last, " + Web + "ingress: [{action: Deny}]", "a-last.p")).Ask(Probe).ShouldBe("deny");
    }

    [TestCase("kube-admin", "deny")]
    [TestCase("kube-baseline", "allow")]
    public void The_tiers_around_the_default_one_exist_without_being_written(string tier, string verdict) =>
        JudgeOf(Policy($"tier: {tier}, {Web}ingress: [{{action: Deny}}]", $"{tier}.p"), Policy(Web + "ingress: [{action: Allow}]")).Ask(Probe).ShouldBe(verdict);

    [Test]
    public void The_own_node_always_arrives()
    {
        var judge = JudgeOf(Tier("early", "order: 1"), Global("tier: early, types: [Ingress, Egress], ingress: [{action: Deny}], egress: [{action: Deny}]", "early.p"));
        judge.Ask("node:n1 > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("node:n2 > shop/web TCP/80").ShouldBe("deny");
        judge.Ask("ops/agent > shop/db TCP/80").ShouldBe("allow");
        judge.Ask("shop/web > node:n1 TCP/80").ShouldBe("deny");
    }

    [Test]
    public void Rules_of_a_direction_that_types_does_not_name_are_idle() =>
        JudgeOf(Policy("types: [Ingress], ingress: [{action: Allow}], egress: [{action: Deny}]")).Ask("shop/web > ops/tool TCP/80").ShouldBe("allow");

    [Test]
    public void The_reasons_are_named()
    {
        var judge = JudgeOf(Policy(Web + "ingress: [{action: Log}, {action: Deny, protocol: TCP}]"));
        Reasons("ops/tool", "shop/web", 80).ShouldBe("NetworkPolicy shop/p spec.ingress[0] (policy.yaml(4,60)), NetworkPolicy shop/p spec.ingress[1] (policy.yaml(4,75))");
        Reasons("ops/tool", "shop/db", 80).ShouldBe("the profile of the namespace allows what no tier decides");

        string Reasons(string from, string to, ushort port) => string.Join(", ", judge.Decide(from, to, Traffic.Tcp(port)).Ingress.Trace);
    }

    private static void ShouldBeInAnyOrderOfWriting(string verdict, params string[] documents)
    {
        JudgeOf(documents).Ask(Probe).ShouldBe(verdict);
        JudgeOf([.. documents.Reverse()]).Ask(Probe).ShouldBe(verdict);
    }
}
