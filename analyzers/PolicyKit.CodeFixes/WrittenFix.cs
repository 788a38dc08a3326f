using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyKit.CodeFixes;

/// <summary>A fix that the analyzer has written into a property of its finding, so that message and mend say the same. All of a file are applied at once.</summary>
public abstract class WrittenFix : CodeFixProvider
{
    private protected WrittenFix()
    {
    }

    /// <summary>The property of a diagnostic that says what to write.</summary>
    private protected abstract string Property { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await Mend(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Property, out var text) || text is null) continue;
            context.RegisterCodeFix(CodeAction.Create(Title(text), cancellation => Mend(context.Document, ImmutableArray.Create(diagnostic), cancellation), equivalenceKey: Property), diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>What the editor offers.</summary>
    private protected abstract string Title(string text);

    /// <summary>What stands there after the mend.</summary>
    /// <param name="written">The expression as it is, mends inside it included.</param>
    /// <param name="text">What the analyzer wrote.</param>
    private protected abstract ExpressionSyntax Mended(ExpressionSyntax written, string text);

    private async Task<Document> Mend(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return document;

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var needsUsing = false;
        // In order: the editor mends a call that was mended already inside of what was added, as when they are mended one by one.
        foreach (var diagnostic in diagnostics.OrderBy(one => one.Location.SourceSpan.Start))
        {
            var place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
            if (!diagnostic.Properties.TryGetValue(Property, out var text) || text is null) continue;
            if (root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written) continue;
            needsUsing |= Usings.AreMissingFor(text, model, written.SpanStart);
            editor.ReplaceNode(written, (current, _) => Mended((ExpressionSyntax)current, text));
        }

        var mended = editor.GetChangedRoot();
        return document.WithSyntaxRoot(needsUsing ? Usings.WithDsl(mended) : mended);
    }
}
