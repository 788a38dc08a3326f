using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers;

/// <summary>What PK1001 or PK1002 has to say of one verb.</summary>
/// <param name="Site">The verb that restricted egress first.</param>
/// <param name="Certainty">How sure it is.</param>
internal sealed record EgressVerdict(SyntaxNode Site, Certainty Certainty);

/// <summary>On which runs pods are cut off.</summary>
internal enum Certainty
{
    /// <summary>On no run for sure, but what is allowed only may be what they need.</summary>
    OnlyPossiblyOpen,

    /// <summary>On some runs.</summary>
    Sometimes,

    /// <summary>On every run.</summary>
    Always,
}
