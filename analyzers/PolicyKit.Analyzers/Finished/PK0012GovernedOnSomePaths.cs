using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK0012: a direction is governed only inside a When or ForEach, and no other policy of the complete set governs it for the same pods.</summary>
internal sealed class PK0012GovernedOnSomePaths : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK0012, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        if (!set.IsComplete) return;
        foreach (var form in set.Forms)
        {
            foreach (var entry in form)
            {
                foreach (var policy in entry.Alternatives.OfType<Known.Policy>())
                {
                    Visit(policy, Direction.Ingress, form, entry, findings);
                    Visit(policy, Direction.Egress, form, entry, findings);
                }
            }
        }
    }

    private void Visit(Known.Policy policy, Direction direction, Value[] form, Value entry, SetFindings findings)
    {
        if (policy.Details[direction].OnlyAt is not { } site) return;
        var at = Places.RuleAt(site);
        if (policy.Details.HasUnreadRules || form.Any(other => !ReferenceEquals(other, entry) && MayGovern(other, policy, direction)))
        {
            findings.Fine(Descriptor, at);
            return;
        }

        findings.Bad(
            Descriptor, at, Severity.Warning,
            $"This policy governs {direction.Word()} only inside When or ForEach; on the other paths {(direction is Direction.Ingress ? "everything reaches its pods" : "its pods reach everything")}. Write {direction.DenyVerb()} before it.",
            ("append", direction.DenyVerb()), policy.Details.Root);
    }

    // What may cover the pods keeps the rule silent, as long as it governs on every path.
    private static bool MayGovern(Value other, Known.Policy policy, Direction direction) => other.IsUnknown || (other.Alternatives.Length > 0 && other.Alternatives.All(one =>
        one is not Known.Policy wide || (wide.Details[direction] is { IsAlways: true, OnlyAt: null } && Coverage.Covers(wide, policy) is not false)));
}
