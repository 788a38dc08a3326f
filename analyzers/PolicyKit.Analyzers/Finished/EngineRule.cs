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
            foreach (var (direction, _, one) in FinishedSet.RulesOf(policy))
            {
                if (one.Peers is null) continue;
                for (var at = 0; at < one.Peers.Count; at++)
                {
                    if (Find(engine, set.HasNoProfile, direction, one, one.Peers[at]) is not { } limit) continue;
                    var isCertain = set.IsCertain(other => other.Details[direction].Rules.Any(same => same.IsAlways && same.Site == one.Site));
                    findings.Bad(
                        Descriptor, limit.IsAboutPorts ? Places.RuleAt(one.Site) : Places.PeerAt(one.Site, at, one.Peers.Count), isCertain ? limit.Severity ?? rule.Severity : Severity.Info,
                        $"{(isCertain ? "This rule" : "On some paths this rule")} {limit.Predicate} {limit.Mend}");
                }
            }
        }
    }

    /// <summary>What the engine cannot say of a peer of a rule; null when it can, or when that depends on facts that are not known here.</summary>
    protected abstract EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer);
}

/// <summary>What an engine cannot say.</summary>
internal sealed record EngineLimit(string Predicate, string Mend, Severity? Severity = null, bool IsAboutPorts = false);
