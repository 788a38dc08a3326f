using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>A fix that the analyzer has written into a property of its finding, so that message and mend say the same.</summary>
public abstract class WrittenFix : SyntaxFix
{
    /// <summary>The property of a diagnostic that says what to write.</summary>
    private protected abstract string Property { get; }

    /// <summary>What the editor offers.</summary>
    private protected abstract string Title(string text);

    /// <summary>What stands there after the mend.</summary>
    /// <param name="written">The expression as it is, mends inside it included.</param>
    /// <param name="text">What the analyzer wrote.</param>
    private protected abstract ExpressionSyntax Mended(ExpressionSyntax written, string text);

    private protected sealed override IEnumerable<SyntaxMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        if (diagnostic.Properties.TryGetValue(Property, out var text) && text is not null && root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax written)
            yield return new(Title(text), Property, written, current => Mended((ExpressionSyntax)current, text), text);
    }
}
