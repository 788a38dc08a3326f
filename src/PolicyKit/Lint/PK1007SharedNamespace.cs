using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A default deny for every pod of a namespace that others use too cuts their pods off.</summary>
internal sealed class PK1007SharedNamespace : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        var written = policy.Written;
        if (!written.Subject.IsEverything || written.Namespace is not { } name || !WellKnown.IsSharedNamespace(name) || policy.Set.Owns(name)) return;
        var denied = new List<string>(2);
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            if (policy.Section(direction) is { Count: 0 }) denied.Add(direction.Word());
        }

        if (denied.Count == 0) return;
        policy.Report(
            RuleCatalogue.PK1007,
            $"denies {Words.List(denied)} of every pod in namespace '{name}', which others use too.",
            $"Select the pods that are yours with ForPods(…); if all of them are, say Namespace(\"{name}\").Owned().");
    }
}
