using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyKit.CodeFixes;

/// <summary>Writes what a finding names instead of what is underlined. The analyzer decides the text, so that message and mend say the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceFix))]
[Shared]
public sealed class ReplaceFix : CodeFixProvider
{
    /// <summary>The property of a diagnostic that holds the text.</summary>
    private const string Instead = "instead";

    private const string Key = "Replace";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK1003", "PK1004", "PK1005");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) => await Mend(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Instead, out var text)) continue;
            context.RegisterCodeFix(CodeAction.Create($"Write {text}", cancellation => Mend(context.Document, ImmutableArray.Create(diagnostic), cancellation), equivalenceKey: Key), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> Mend(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return document;

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var needsUsing = false;
        foreach (var diagnostic in diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Instead, out var text) || text is null) continue;
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written) continue;
            var mend = SyntaxFactory.ParseExpression(text);
            needsUsing |= Usings.AreMissingFor(mend, model, written.SpanStart);
            editor.ReplaceNode(written, mend.WithTriviaFrom(written));
        }

        var mended = editor.GetChangedRoot();
        return document.WithSyntaxRoot(needsUsing ? Usings.WithDsl(mended) : mended);
    }
}
