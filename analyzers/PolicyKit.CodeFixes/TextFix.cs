using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>A fix that writes a few letters and leaves every other one where it is. The edits of one file are made together.</summary>
public abstract class TextFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) => await Mend(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (EditOf(root, diagnostic) is not { } edit) continue;
            context.RegisterCodeFix(CodeAction.Create(edit.Title, cancellation => Mend(context.Document, ImmutableArray.Create(diagnostic), cancellation), equivalenceKey: GetType().Name), diagnostic);
        }
    }

    /// <summary>What to write, and where; null where the finding is one that a person has to mend.</summary>
    private protected abstract Edit? EditOf(SyntaxNode root, Diagnostic diagnostic);

    private async Task<Document> Mend(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return document;

        Edit[] edits = [.. diagnostics.Select(diagnostic => EditOf(root, diagnostic)).OfType<Edit>()];
        var needsUsing = edits.Any(edit => edit.Word is not null && Usings.AreMissingFor(edit.Word, model, edit.Change.Span.Start));
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var mended = document.WithText(text.WithChanges(edits.Select(edit => edit.Change)));
        return needsUsing && await mended.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } changed ? mended.WithSyntaxRoot(Usings.WithDsl(changed)) : mended;
    }

    /// <summary>One edit.</summary>
    /// <param name="Title">What it does, for the menu.</param>
    /// <param name="Change">The text.</param>
    /// <param name="Word">The word of the vocabulary that it brings in without saying whose it is.</param>
    private protected sealed record Edit(string Title, TextChange Change, string? Word = null);
}
