// Linked into the analyzers: this file must also compile for netstandard2.0.
using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <content>Reading with a reason: what the analyzers and the literals of the vocabulary share.</content>
public sealed partial class CidrBlock
{
    /// <summary>Reads a network strictly, and says what is wrong with it otherwise.</summary>
    /// <param name="text">The text, for example <c>10.0.0.0/8</c>.</param>
    /// <param name="block">The network, or null.</param>
    /// <param name="problem">Two sentences for the user, what is wrong and the mend; null when the text is legal.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse(string? text, out CidrBlock? block, out string? problem)
    {
        problem = CidrReader.Read(text, out block)?.ToString();
        return problem is null;
    }

    /// <summary>Reads a network strictly: four decimal numbers or IPv6 groups, a prefix length, and nothing set behind it.</summary>
    /// <param name="s">The text, for example <c>10.0.0.0/8</c>.</param>
    /// <returns>The network.</returns>
    /// <exception cref="FormatException">The text is no network; the message says why, and the mend.</exception>
    public static CidrBlock Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out CidrBlock? block, out string? problem) ? block! : throw new FormatException(problem);
    }

    /// <summary>Reads a network strictly, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The network, or null.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out CidrBlock? result) =>
        CidrReader.Read(s, out result) is null && s is not null && result is not null;
}
