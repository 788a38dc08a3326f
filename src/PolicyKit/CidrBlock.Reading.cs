// Linked into the analyzers: this file must also compile for netstandard2.0.
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
}
