using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <content>The pods of the policy itself.</content>
internal sealed partial class PK3007UnstableLabel
{
    public override void Visit(LintedPolicy policy)
    {
        if (Find(policy.Written.Subject, policy.Set.IsForCilium) is { } found)
            policy.Report(RuleCatalogue.PK3007, $"selects its pods by '{found.Key}', which {found.Why}.", "Select by a label that stays, such as 'app.kubernetes.io/name'.");
    }
}
