using PolicyKit.Verification;

namespace PolicyKit.Conformance;

/// <summary>What each engine writes for each case means what is written, on a world made of the case's own words.</summary>
public sealed class AgreementTests
{
    /// <summary>
    /// Where an engine's manifests say more than is written and no gap says so yet. A node-local resolver listens on the node, and Cilium has
    /// no narrower word for it than the node itself.
    /// </summary>
    private static readonly (string Case, Engine Engine)[] Known = [("067-node-local-dns", Engine.Cilium)];

    private static IEnumerable<TestCaseData> Cases() => Case.All.Select(one => new TestCaseData(one).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Cases))]
    public void Every_engine_means_what_is_written_up_to_its_named_gaps(object testCase)
    {
        var one = (Case)testCase;
        var agreement = Agreement.Check(one.Policies, one.Profile, new() { MostFlows = 4_000 });

        agreement.Engines.Where(engine => engine.Outcome is not AgreementOutcome.NotJudged && engine.Holds == Known.Contains((one.Name, engine.Engine))).ShouldBeEmpty($"{agreement}");
    }
}
