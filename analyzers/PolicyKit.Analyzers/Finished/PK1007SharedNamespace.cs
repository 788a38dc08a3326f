using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK1007: a default deny for every pod of a namespace that others use too.</summary>
internal sealed class PK1007SharedNamespace : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK1007, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        // A set that is not complete may still say whose the namespace is.
        if (!set.IsComplete) return;
        foreach (var policy in set.Policies)
        {
            Visit(policy, Direction.Ingress, set, findings);
            Visit(policy, Direction.Egress, set, findings);
        }
    }

    private void Visit(Known.Policy policy, Direction direction, FinishedSet set, SetFindings findings)
    {
        if (policy.Details[direction] is not { IsEver: true, Place: { } site } section) return;
        var isBad = section is { IsAlways: true, Rules.Count: 0 } && !policy.Details.HasUnreadRules
            && policy is { Subject.Written.IsEverything: true, Namespace: string name } && set.IsShared(name, site) && !set.Forms.Any(form => FinishedSet.Owns(form, name));
        if (isBad)
        {
            findings.Bad(
                Descriptor, Places.NameOf(site), Severity.Warning,
                $"This policy denies {direction.Word()} of every pod in namespace '{policy.Namespace}', which others use too. Select the pods that are yours with ForPods(…); if all of them are, say Namespace(\"{policy.Namespace}\").Owned().");
        }
        else if (section.Rules.Count == 0)
        {
            findings.Fine(Descriptor, Places.NameOf(site));
        }
    }
}
