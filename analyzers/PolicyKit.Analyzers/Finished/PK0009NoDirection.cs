using Microsoft.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK0009: a policy in a set governs neither direction, on no path.</summary>
internal sealed class PK0009NoDirection : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK0009, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        foreach (var policy in set.Policies)
        {
            var at = Places.NameOf(policy.Details.Root);
            if (policy.Details is { Ingress.IsEver: false, Egress.IsEver: false, HasUnreadRules: false })
            {
                findings.Bad(
                    Descriptor, at, Severity.Error,
                    "This policy governs no direction, and cannot be emitted: Kubernetes would read it as denying all ingress. Write DenyIngressByDefault() or DenyEgressByDefault(), or allow something.",
                    ("append", "DenyIngressByDefault()"), policy.Details.Root);
            }
            else
            {
                findings.Fine(Descriptor, at);
            }
        }
    }
}
