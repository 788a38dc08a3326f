namespace PolicyKit.Lint;

/// <content>What is seen only where policies are values: the analyzers read this half's questions off the source.</content>
internal abstract partial class LintRule
{
    /// <summary>Looks at a policy, after all its rules.</summary>
    public virtual void Visit(LintedPolicy policy)
    {
    }
}
