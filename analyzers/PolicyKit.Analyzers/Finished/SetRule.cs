using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Finished;

/// <summary>One rule that is decided on finished policies: in a set that is made, or complete. It keeps no state.</summary>
internal abstract class SetRule
{
    /// <summary>What it reports; the hole is the whole sentence.</summary>
    internal abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a set where it is made or complete.</summary>
    internal abstract void Visit(FinishedSet set, SetFindings findings);
}
