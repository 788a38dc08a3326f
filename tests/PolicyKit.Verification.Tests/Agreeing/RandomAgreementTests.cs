using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>Every engine means what is written, for random sets; <c>POLICYKIT_RANDOM_SETS</c> says for how many. The same sets are drawn each time.</summary>
internal sealed class RandomAgreementTests
{
    private const int Usual = 300;
    private const ulong Seed = 20_250_801;

    // Few flows for each set and many sets: what one set does not show, another does.
    private static readonly AgreementOptions Thin = new() { MostFlows = 60 };

    [Test]
    public void Every_engine_means_what_is_written_for_random_sets()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("POLICYKIT_RANDOM_SETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : Usual;
        var compared = 0;
        Prop.ForAll(PolicyGen.Arbitrary(PolicyShape.Sayable), set =>
        {
            var agreement = Agreement.Check(set, ProfileGen.Complete, Thin);
            compared += agreement.Engines.Count(engine => engine.Outcome is AgreementOutcome.Checked);
            var wrong = agreement.Engines.Where(engine => engine.Disagreements.Count > 0 || engine.Outcome is AgreementOutcome.Unreadable or AgreementOutcome.NotJudged);
            wrong.ShouldBeEmpty(string.Join("\n", set.Policies.SelectMany(policy => new object?[] { policy.Namespace, policy.Subject, policy.Mode }.Concat(policy.Ingress ?? []).Concat(policy.Egress ?? []))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, 1));

        compared.ShouldBeGreaterThan(count);
    }
}
