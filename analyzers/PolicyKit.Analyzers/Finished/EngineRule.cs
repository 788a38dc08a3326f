using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>A rule about what an engine cannot say: it is decided where a set is emitted for an engine that is named there.</summary>
internal abstract class EngineRule(Rule rule) : SetRule
{
    internal sealed override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(rule, "{0}");

    internal sealed override void Visit(FinishedSet set, SetFindings findings)
    {
        if (set.Engine is not { } engine) return;
        foreach (var policy in set.Policies)
        {
            foreach (var one in policy.Details.Ingress.Rules) Visit(set, engine, Direction.Ingress, one, findings);
            foreach (var one in policy.Details.Egress.Rules) Visit(set, engine, Direction.Egress, one, findings);
        }
    }

    /// <summary>What the engine cannot say of a peer of a rule; null when it can, or when that depends on facts that are not known here.</summary>
    protected abstract EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer);

    private void Visit(FinishedSet set, string engine, Direction direction, KnownRule one, SetFindings findings)
    {
        for (var at = 0; at < one.Peers?.Count; at++)
        {
            if (Find(engine, set.HasNoProfile, direction, one, one.Peers[at]) is not { } limit) continue;
            var isCertain = IsCertain(set, direction, one.Site);
            findings.Bad(
                Descriptor,
                limit.Port is { } port ? Places.PortAt(one.Site, port, one.Ports!.Count) : Places.PeerAt(one.Site, at, one.Peers.Count),
                isCertain ? limit.Severity ?? rule.Severity : Severity.Info,
                $"{(isCertain ? "This rule" : "On some paths this rule")} {limit.Predicate} {limit.Mend}",
                limit.IsMissingAddress ? ("address", "") : null);
        }
    }

    private static bool IsCertain(FinishedSet set, Direction direction, SyntaxNode site) =>
        set.IsCertain(other => other.Details[direction].Rules.Any(same => same.IsAlways && same.Site == site));
}

/// <summary>What an engine cannot say.</summary>
/// <param name="Predicate">What the rule does that it cannot.</param>
/// <param name="Mend">What to do.</param>
/// <param name="Severity">How much it weighs, when not as much as the catalogue says.</param>
/// <param name="Port">Which port has to change, when it is not the peer.</param>
/// <param name="IsMissingAddress">Whether the address of the API server would do.</param>
internal sealed record EngineLimit(string Predicate, string Mend, Severity? Severity = null, int? Port = null, bool IsMissingAddress = false);
