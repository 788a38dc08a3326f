using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0005, a range that ends before it begins: swaps its ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapEndsFix))]
[Shared]
public sealed class SwapEndsFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0005");

    private protected override IEnumerable<SyntaxMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (diagnostic.AdditionalLocations.Count != 2 || EndAt(0) is not { } one || EndAt(1) is not { } other) yield break;
        if (one.FirstAncestorOrSelf<ArgumentListSyntax>() is { } list)
            yield return new("Swap the ends", nameof(SwapEndsFix), list, _ => list.ReplaceNodes([one, other], (node, _) => node == one ? other.WithTriviaFrom(one) : one.WithTriviaFrom(other)));

        ExpressionSyntax? EndAt(int place) => root.FindNode(diagnostic.AdditionalLocations[place].SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
    }
}
