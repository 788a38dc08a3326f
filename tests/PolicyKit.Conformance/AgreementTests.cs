using PolicyKit.Verification;

namespace PolicyKit.Conformance;

/// <summary>What each engine writes for each case means what is written, on a world made of the case's own words.</summary>
public sealed class AgreementTests
{
    private static IEnumerable<TestCaseData> Cases() => Case.All.Select(one => new TestCaseData(one).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Cases))]
    public void Every_engine_means_what_is_written_up_to_its_named_gaps(object testCase)
    {
        var one = (Case)testCase;
        var agreement = Agreement.Check(one.Policies, one.Profile, new() { MostFlows = 10_000 });

        foreach (var engine in agreement.Engines)
        {
            engine.Outcome.ShouldBeOneOf([AgreementOutcome.Checked, AgreementOutcome.Refused], $"{engine}");
            engine.Disagreements.ShouldBeEmpty($"{engine}");
            engine.EmptyGaps.ShouldBeEmpty($"{engine}");
        }
    }
}
