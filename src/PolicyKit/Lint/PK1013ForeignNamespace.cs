using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>An allow rule also isolates: in a namespace that is not the set's own it cuts off what nobody there has allowed yet.</summary>
/// <remarks>
/// The set's own namespace is that of most of its policies. Where there is none, a namespace that everybody shares is foreign beside one that is not.
/// A set that governs the direction for every pod of the namespace owns it, and so does one that says so.
/// An end of a connection only adds: where nothing else of the set governs it, and the namespace is not said to be owned, it is refused.
/// </remarks>
internal sealed class PK1013ForeignNamespace : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.Namespace is not { } name || policy.Written.Subject.IsEverything || policy.Set.Owns(name)) return;
        var isEnd = policy.Written.Provenance.IsConnectionEnd;
        if (!isEnd && !IsForeign(name, policy.Set)) return;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            if (policy.Section(direction) is not { Count: > 0 }) continue;
            if (isEnd) VisitEnd(policy, direction, name);
            else if (!IsGoverned(policy, direction, other => other.Subject.IsEverything)) Report(policy, direction, name);
        }
    }

    private static void Report(LintedPolicy policy, Direction direction, string name) => policy.Report(
        RuleCatalogue.PK1013,
        $"allows {direction.Word()} in a namespace that is not the set's own, and so isolates pods there: what no policy of '{name}' allows is cut off.",
        $"See that a policy of '{name}' allows the rest, or leave the rule to whoever owns it; if the namespace is yours, say Namespace(\"{name}\").Owned().");

    private static void VisitEnd(LintedPolicy policy, Direction direction, string name)
    {
        if (IsGoverned(policy, direction, other => !other.Provenance.IsConnectionEnd)) return;
        policy.Report(
            RuleCatalogue.PK1013,
            $"is an end of a connection, and nothing else in its set governs {direction.Word()} there: the connection alone would isolate these pods.",
            $"Govern {direction.Word()} of these pods in a policy of their own, or say Namespace(\"{name}\").Owned().",
            Severity.Error);
    }

    private static bool IsForeign(string name, LintedSet set) => set.Home is { } home
        ? !string.Equals(home, name, StringComparison.Ordinal)
        : WellKnown.IsSharedNamespace(name) && set.HasOwnNamespace;

    private static bool IsGoverned(LintedPolicy policy, Direction direction, Func<Policy, bool> counts) => policy.Set.Coverage.Covering(policy.Written).Any(
        group => group.Policies.Any(other => counts(other) && (direction is Direction.Ingress ? other.Ingress : other.Egress) is not null));
}
