using Microsoft.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK3004: an order on an engine that ranks nothing.</summary>
internal sealed class PK3004Order : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK3004, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        if (set.Engine is not ("Kubernetes" or "Cilium" or "ClusterNetworkPolicy")) return;
        var engine = char.ToLowerInvariant(set.Engine[0]) + set.Engine.Substring(1);
        foreach (var policy in set.Policies)
        {
            if (policy.Details.OrderPlace is not { } place) continue;
            findings.Bad(
                Descriptor, Places.NameOf(place), Severity.Info,
                $"This policy has an order, and {engine} has no place for it. Nothing has to change: an order never changes what a set means.");
        }
    }
}
