// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Lint;

/// <summary>One rule of the lint. It keeps no state: what it asks of the whole set is on the set.</summary>
internal abstract partial class LintRule
{
    /// <summary>Looks at one written rule of a policy.</summary>
    public virtual void Visit(LintedRule rule)
    {
    }
}
