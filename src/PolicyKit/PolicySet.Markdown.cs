namespace PolicyKit;

public sealed partial class PolicySet
{
    /// <summary>The required traffic as Markdown tables, one a policy and direction: ports, who is at the other end, why, and whether a label can select them.</summary>
    /// <remarks>Raw manifests come last, each with its engine and the pods it selects; what they allow is in their own text.</remarks>
    /// <returns>The Markdown, for a page of documentation that cannot drift from the policies.</returns>
    public string ToMarkdown() => TrafficTables.Write(this);
}
