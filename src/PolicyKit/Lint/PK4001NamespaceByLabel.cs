using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Whoever may label a namespace decides who is let in; only <c>kubernetes.io/metadata.name</c> is set by the control plane.</summary>
internal sealed class PK4001NamespaceByLabel : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (ScopeOf(peer) is not NamespaceScope.Matching { Labels: var labels }) continue;
            foreach (var one in labels.Requirements)
            {
                if (!WellKnown.IsNamespaceNameLookalike(one.Key)) continue;
                rule.Report(RuleCatalogue.PK4001, $"chooses namespaces by the label '{one.Key}', which nothing guarantees to be their name.", Mend(one), about: peer);
                return;
            }
        }
    }

    private static NamespaceScope? ScopeOf(RulePeer peer) => peer switch
    {
        NamespacePeer one => one.Scope,
        PodsPeer one => one.Scope,
        _ => null,
    };

    private static string Mend(LabelRequirement one) => (one.Operator, one.Values.Count) switch
    {
        (LabelOperator.In, 1) => $"Write Namespace(\"{one.Values[0]}\").",
        (LabelOperator.In, _) => $"Write Namespaces({Words.Quote(one.Values)}).",
        _ => "Use 'kubernetes.io/metadata.name', which the control plane sets.",
    };
}
