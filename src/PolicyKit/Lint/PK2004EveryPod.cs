using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>AnyNamespace without labels is every pod of the cluster, those of other teams included.</summary>
internal sealed class PK2004EveryPod : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            var isEveryPod = peer is NamespacePeer { Scope: NamespaceScope.Every } or PodsPeer { Scope: NamespaceScope.Every, Selector.IsEverything: true };
            if (!isEveryPod) continue;
            rule.Report(
                RuleCatalogue.PK2004,
                $"allows {rule.Direction.Word()} {(rule.IsIngress ? "from" : "to")} every pod of the cluster.",
                "Narrow it with AnyNamespace.Pods(…), or name the namespaces.",
                about: peer);
            return;
        }
    }
}
