using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PolicyKit.CodeFixes;

/// <summary>A fix that offers mends for a finding. In: a file and findings in it. Out: the file with the chosen mend of each; those of one file are made together.</summary>
/// <typeparam name="TMend">How a mend is written: as letters or as syntax.</typeparam>
public abstract class Fix<TMend> : CodeFixProvider
    where TMend : Mend
{
    private protected Fix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await Mended(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var mend in MendsOf(diagnostic, root, model))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellation => Mended(context.Document, ImmutableArray.Create(diagnostic), mend.Key, cancellation), mend.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>What is offered, the likeliest first; none where a person has to mend it.</summary>
    private protected abstract IEnumerable<TMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model);

    /// <summary>The file with all of the mends, which come in the order of their findings.</summary>
    private protected abstract Task<Document> Mended(Document document, SyntaxNode root, IReadOnlyList<TMend> mends, CancellationToken cancellation);

    private async Task<Document> Mended(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return document;

        TMend[] mends = [.. diagnostics.OrderBy(one => one.Location.SourceSpan.Start).SelectMany(diagnostic => MendsOf(diagnostic, root, model)).Where(mend => mend.Key == key)];
        var needsUsing = mends.Any(mend => mend.Words is not null && Usings.AreMissingFor(mend.Words, model, mend.Position));
        var mended = await Mended(document, root, mends, cancellation).ConfigureAwait(false);
        return needsUsing && await mended.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } changed ? mended.WithSyntaxRoot(Usings.WithDsl(changed)) : mended;
    }
}
