using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Tests.Deciding;

internal sealed class ConnectionVerdictTests
{
    [TestCase("allow", "allow", "allow")]
    [TestCase("allow", "deny", "deny")]
    [TestCase("deny", "allow", "deny")]
    [TestCase("deny", "undefined (Layer7)", "deny")]
    [TestCase("undefined (Layer7)", "deny", "deny")]
    [TestCase("allow", "undefined (Layer7)", "undefined (Layer7)")]
    [TestCase("undefined (EqualRank)", "allow", "undefined (EqualRank)")]
    [TestCase("undefined (Layer7)", "undefined (EqualRank)", "undefined (EqualRank, Layer7)")]
    public void A_connection_needs_both_ends(string egress, string ingress, string whole)
    {
        var verdict = new ConnectionVerdict(Of(egress), Of(ingress));
        verdict.Whole.ToString().ShouldBe(whole);
        verdict.ToString().ShouldBe($"{whole} (egress {egress}, ingress {ingress})");
    }

    [Test]
    public void Verdicts_that_decide_the_same_are_equal_whatever_their_reasons()
    {
        new Verdict.Allow([Source.BuiltIn("a")]).ShouldBe(new Verdict.Allow([]));
        ((Verdict)new Verdict.Allow([])).ShouldNotBe(new Verdict.Deny([]));
        new Verdict.Undefined([Question.Layer7], []).ShouldNotBe(new Verdict.Undefined([Question.EqualRank], []));
    }

    private static Verdict Of(string text) => text switch
    {
        "allow" => new Verdict.Allow([Source.BuiltIn("x")]),
        "deny" => new Verdict.Deny([]),
        _ => new Verdict.Undefined([Enum.Parse<Question>(text.Split('(', ')')[1])], []),
    };
}
