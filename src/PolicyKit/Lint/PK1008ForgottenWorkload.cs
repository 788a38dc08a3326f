using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A workload whose policy says nothing about a direction is cut off there by a default deny that it may not know of.</summary>
internal sealed class PK1008ForgottenWorkload : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.Subject.IsEverything) return;
        Visit(policy, Direction.Ingress);
        Visit(policy, Direction.Egress);
    }

    private static void Visit(LintedPolicy policy, Direction direction)
    {
        if (policy.Section(direction) is not null) return;
        Policy? denier = null;
        foreach (var group in policy.Set.Coverage.Covering(policy.Written))
        {
            foreach (var other in group.Policies)
            {
                var section = direction is Direction.Ingress ? other.Ingress : other.Egress;
                if (section is { Count: > 0 } || (section is not null && !other.Subject.IsEverything)) return;
                if (section is not null) denier ??= other;
            }
        }

        if (denier is null) return;
        policy.Report(
            RuleCatalogue.PK1008,
            $"says nothing about {direction.Word()}, and '{new LintedPolicy(policy.Set, denier).Id}' denies all of it.",
            $"Allow what the workload needs, or say {direction.DenyVerb()} if that is nothing.");
    }
}
