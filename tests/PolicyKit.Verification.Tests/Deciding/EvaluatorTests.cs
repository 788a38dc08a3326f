using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Tests.Deciding;

/// <summary>The evaluation order, on programs written by hand.</summary>
internal sealed class EvaluatorTests
{
    private static readonly Ending AllowAll = new(EndpointPredicate.Always, EndEffect.Allow, Source.BuiltIn("end"));

    [TestCase("allow | deny", "allow")]
    [TestCase("deny | allow", "deny")]
    [TestCase("log, deny | allow", "deny")]
    [TestCase("log | end deny", "deny")]
    [TestCase("none | end deny", "deny")]
    [TestCase("none | end next | allow", "allow")]
    [TestCase("none | deny", "deny")]
    [TestCase("pass, deny | end deny || deny", "deny")]
    [TestCase("pass | end deny || none", "allow")]
    [TestCase("pass | end deny || none | end deny", "deny")]
    [TestCase("none | end allow || deny", "allow")]
    [TestCase("layer7", "undefined (Layer7)")]
    [TestCase("ask own-service allow", "allow")]
    [TestCase("ask own-service allow | end deny || allow", "undefined (OwnService)")]
    [TestCase("ask own-service allow | none || allow", "allow")]
    [TestCase("none | end ask || deny", "undefined (OtherDirection)")]
    [TestCase("none | end ask || allow", "allow")]
    public void The_first_match_of_the_first_tier_that_knows_decides(string program, string verdict) =>
        Decide(Parse(program)).ToString().ShouldBe(verdict);

    [TestCase("deny + allow", null, "undefined (EqualRank)")]
    [TestCase("allow + deny", true, "allow")]
    [TestCase("allow + deny", false, "deny")]
    [TestCase("pass + allow", false, "allow")]
    [TestCase("allow + allow", null, "allow")]
    [TestCase("pass + allow || deny", null, "undefined (EqualRank)")]
    [TestCase("pass + allow || allow", null, "allow")]
    [TestCase("none + deny", null, "deny")]
    public void Blocks_of_one_rank_are_alternatives(string program, bool? answer, string verdict) =>
        Decide(Parse(program), answer is { } known ? Answers.None.With(Question.EqualRank, known) : Answers.None).ToString().ShouldBe(verdict);

    [Test]
    public void An_answered_question_is_no_longer_named()
    {
        var program = Parse("ask own-service allow | end deny");
        Decide(program, Answers.None.With(Question.OwnService, true)).ShouldBeOfType<Verdict.Allow>();
        Decide(program, Answers.None.With(Question.OwnService, false)).ShouldBeOfType<Verdict.Deny>();
    }

    [Test]
    public void The_trace_names_what_decided_and_every_policy_that_holds()
    {
        var ending = Parse("none | end deny").Tiers[0].Endings[0];
        var program = new DirectionProgram(Direction.Ingress, [new("t", [], [ending with { Source = Source.BuiltIn("one") }, ending with { Source = Source.BuiltIn("two") }])], [AllowAll]);
        Decide(program).Trace.Select(source => source.Title).ShouldBe(["one", "two"]);
    }

    [Test]
    public void A_pod_reaches_itself_at_its_own_address_whatever_is_written()
    {
        var web = Worlds.Small.Endpoint("shop/web");
        Evaluator.Decide(Parse("deny"), new(web, web, Traffic.Tcp(80)), Answers.None).ShouldBeOfType<Verdict.Allow>();
    }

    [Test]
    public void Through_a_Service_it_is_an_open_question_whether_a_pod_reaches_itself()
    {
        var web = Worlds.Small.Endpoint("shop/web");
        var flow = new Flow(web, web, Traffic.Tcp(8080)) { Via = new("shop/web", web.Addresses[0], 80) };
        Evaluator.Decide(Parse("deny"), flow, Answers.None).ToString().ShouldBe("undefined (OwnService)");
        Evaluator.Decide(Parse("allow"), flow, Answers.None).ToString().ShouldBe("allow");
    }

    [Test]
    public void Programs_that_differ_only_in_their_sources_are_equal()
    {
        var one = Parse("allow");
        var other = one with { Endings = [AllowAll with { Source = Source.BuiltIn("elsewhere") }] };
        other.ShouldBe(one);
        (one with { Tiers = [] }).ShouldNotBe(one);
    }

    [Test]
    public void Only_pods_are_asked()
    {
        var flow = Worlds.Small.Flow("ip:8.8.8.8", "node:n1", Traffic.Tcp(22));
        Evaluator.Decide(Parse("deny"), flow, Answers.None).ShouldBeOfType<Verdict.Allow>();
    }

    private static Verdict Decide(DirectionProgram program, Answers answers = default) =>
        Evaluator.Decide(program, Worlds.Small.Flow("ops/tool", "shop/web", Traffic.Tcp(80)), answers);

    /// <summary>Tiers between <c>||</c>, ranks and the ending between <c>|</c>, blocks between <c>+</c>, rules between commas.</summary>
    private static DirectionProgram Parse(string text) =>
        new(Direction.Ingress, text.Split(" || ").Select((tier, index) => ParseTier(tier, $"tier {index}")).ToValueArray(), [AllowAll]);

    private static Tier ParseTier(string text, string name)
    {
        var parts = text.Split(" | ");
        return new(
            name,
            parts.Where(part => !part.StartsWith("end", StringComparison.Ordinal)).Select(rank => new Rank(rank.Split(" + ").Select(block => new Block(EndpointPredicate.Always, block.Split(", ").Select(ParseRule).ToValueArray(), Source.BuiltIn(block))).ToValueArray())).ToValueArray(),
            parts.Where(part => part.StartsWith("end", StringComparison.Ordinal)).Select(part => new Ending(EndpointPredicate.Always, ParseEnd(part), Source.BuiltIn(part))).ToValueArray());
    }

    private static Rule ParseRule(string text) => text switch
    {
        "none" => new(EndpointPredicate.Never, TrafficPredicate.Always, Effect.Deny, Source.BuiltIn(text)),
        "ask own-service allow" => new(new EndpointPredicate.Ask(Question.OwnService, EndpointPredicate.Always, EndpointPredicate.Never), TrafficPredicate.Always, Effect.Allow, Source.BuiltIn(text)),
        "log" => Always(Effect.Continue),
        "layer7" => Always(Effect.AllowIfLayer7),
        _ => Always(Enum.Parse<Effect>(text, ignoreCase: true)),
    };

    private static Rule Always(Effect effect) => new(EndpointPredicate.Always, TrafficPredicate.Always, effect, Source.BuiltIn(effect.ToString()));

    private static EndEffect ParseEnd(string text) => text switch
    {
        "end deny" => EndEffect.Deny,
        "end allow" => EndEffect.Allow,
        "end next" => EndEffect.NextTier,
        _ => new EndEffect.Ask(Question.OtherDirection, EndEffect.Allow, EndEffect.NextTier),
    };
}
