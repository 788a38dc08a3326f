namespace PolicyKit.Lint;

/// <content>The pods of the policy itself.</content>
internal sealed partial class PK3007UnstableLabel
{
    public override void Visit(LintedPolicy policy)
    {
        if (OfSubject(policy.Written.Subject, policy.Set.IsForCilium) is { } found) policy.Report(found.Rule, found.Predicate, found.Mend);
    }
}
