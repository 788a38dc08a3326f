using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0005, a range that ends before it begins: swaps its ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapEndsFix))]
[Shared]
public sealed class SwapEndsFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0005");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || diagnostic.AdditionalLocations.Count != 2) continue;
            if (EndAt(0) is not { } one || EndAt(1) is not { } other) continue;
            var mended = root.ReplaceNodes([one, other], (node, _) => node == one ? other.WithTriviaFrom(one) : one.WithTriviaFrom(other));
            context.RegisterCodeFix(
                CodeAction.Create("Swap the ends", _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), equivalenceKey: nameof(SwapEndsFix)),
                diagnostic);

            ExpressionSyntax? EndAt(int place) => root.FindNode(diagnostic.AdditionalLocations[place].SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
        }
    }
}
