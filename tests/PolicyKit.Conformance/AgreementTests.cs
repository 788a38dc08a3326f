using PolicyKit.Verification;

namespace PolicyKit.Conformance;

/// <summary>What each engine writes for each case means what is written, on a world made of the case's own words.</summary>
public sealed class AgreementTests
{
    /// <summary>
    /// Where an engine's manifests say more than is written, and no gap says so yet. On Cilium, a node-local resolver is opened as the node
    /// that it listens on, and a ClusterNetworkPolicy's word for nodes leaves the pod's own node out.
    /// </summary>
    private static readonly (string Case, Engine Engine)[] Known = [("067-node-local-dns", Engine.Cilium), ("070-host-name-depth", Engine.ClusterNetworkPolicy)];

    private static IEnumerable<TestCaseData> Cases() => Case.All.Select(one => new TestCaseData(one).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Cases))]
    public void Every_engine_means_what_is_written_up_to_its_named_gaps(object testCase)
    {
        var one = (Case)testCase;
        var agreement = Agreement.Check(one.Policies, one.Profile, new() { MostFlows = 10_000 });

        foreach (var engine in agreement.Engines)
        {
            engine.Outcome.ShouldBeOneOf([AgreementOutcome.Checked, AgreementOutcome.Refused], $"{engine}");
            var isKnown = Known.Contains((one.Name, engine.Engine));
            (engine.Disagreements.Count > 0).ShouldBe(isKnown, $"{engine}");
            if (!isKnown) engine.EmptyGaps.Where(gap => gap.Id != Gaps.MeshWide && !AllowsNothing(one.Policies, gap)).ShouldBeEmpty($"{engine}");
        }
    }

    // The judge knows one cluster of a mesh. And where a policy allows nothing, a NetworkPolicy that decides alone decides what the union of both would: declared, and never a difference.
    private static bool AllowsNothing(PolicySet set, Gap gap) => gap.Id == Gaps.YieldsToNetworkPolicy && set.Policies.Any(policy =>
        policy.Namespace == gap.Flows.Namespace
        && policy.Subject == gap.Flows.Subject
        && ((gap.Flows.Direction == Direction.Ingress ? policy.Ingress : policy.Egress) ?? []).All(rule => rule.Peers is [KubeletPeer]));
}
