using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>An allow rule also isolates: in a namespace that is not the set's own it cuts off what nobody there has allowed yet.</summary>
/// <remarks>
/// The set's own namespace is that of most of its policies. Where there is none, a namespace that everybody shares is foreign beside one that is not.
/// A set that governs the direction for every pod of the namespace owns it.
/// </remarks>
internal sealed class PK1013ForeignNamespace : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.Namespace is not { } name || policy.Written.Subject.IsEverything || !HomeNamespace.IsForeign(name, policy.Set.Home, policy.Set.HasOwnNamespace)) return;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            if (policy.Section(direction) is not { Count: > 0 } || IsOwned(policy, direction)) continue;
            policy.Report(
                RuleCatalogue.PK1013,
                $"allows {direction.Word()} in a namespace that is not the set's own, and so isolates pods there: what no policy of '{name}' allows is cut off.",
                $"See that a policy of '{name}' allows the rest, or leave the rule to whoever owns it.");
        }
    }

    private static bool IsOwned(LintedPolicy policy, Direction direction) => policy.Set.Coverage.Covering(policy.Written).Any(
        group => group.Policies.Any(other => other.Subject.IsEverything && (direction is Direction.Ingress ? other.Ingress : other.Egress) is not null));
}
