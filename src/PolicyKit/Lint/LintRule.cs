namespace PolicyKit.Lint;

/// <summary>One rule of the lint. It keeps no state: what it asks of the whole set is on <see cref="LintedSet"/>.</summary>
internal abstract class LintRule
{
    /// <summary>Looks at one written rule of a policy.</summary>
    public virtual void Visit(LintedRule rule)
    {
    }

    /// <summary>Looks at a policy, after all its rules.</summary>
    public virtual void Visit(LintedPolicy policy)
    {
    }
}
