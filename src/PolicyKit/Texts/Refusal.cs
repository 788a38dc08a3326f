// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>Why a text is no legal literal: what is wrong with it, and the mend, a sentence each.</summary>
internal sealed class Refusal(string what, string mend, params string[] corrections)
{
    /// <summary>What is wrong, with the user's words in quotes.</summary>
    internal string What { get; } = what;

    /// <summary>What to write instead.</summary>
    internal string Mend { get; } = mend;

    /// <summary>The texts that the mend proposes, the likeliest first; none where it could not compute one.</summary>
    internal string[] Corrections { get; } = corrections;

    /// <summary>Both sentences.</summary>
    public override string ToString() => What + " " + Mend;

    /// <summary>Stops at a malformed literal, at the line that holds it; null is no problem.</summary>
    internal static void ThrowIf(string? problem)
    {
        if (problem is not null) throw new FormatException(problem);
    }
}
