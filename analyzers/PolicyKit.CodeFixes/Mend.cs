using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>One mend of one finding.</summary>
/// <param name="Title">What it does, for the menu.</param>
/// <param name="Key">What mends of the same kind share: those are made together.</param>
/// <param name="Words">What it writes, when words of the vocabulary are in it that may have to be brought into scope.</param>
public abstract record Mend(string Title, string Key, string? Words)
{
    /// <summary>Where it stands.</summary>
    internal abstract int Position { get; }
}

/// <summary>A mend that writes a few letters and leaves every other one where it is.</summary>
public sealed record TextMend(string Title, string Key, TextChange Change, string? Words = null) : Mend(Title, Key, Words)
{
    internal override int Position => Change.Span.Start;
}

/// <summary>A mend that puts one node in the place of another.</summary>
public sealed record SyntaxMend(string Title, string Key, SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change, string? Words = null) : Mend(Title, Key, Words)
{
    internal override int Position => Node.SpanStart;
}
