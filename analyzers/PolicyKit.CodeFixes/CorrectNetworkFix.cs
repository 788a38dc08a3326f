using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0003: writes the network that the refusal proposes; where it proposes two, both are offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectNetworkFix))]
[Shared]
public sealed class CorrectNetworkFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A constant that stands elsewhere may be used elsewhere too.
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal) continue;
            // The analyzer puts the proposals there, the likeliest first.
            foreach (var key in new[] { "First", "Second" })
            {
                if (!diagnostic.Properties.TryGetValue(key, out var correction) || correction is null) continue;
                var mended = literal.WithToken(SyntaxFactory.Literal(correction).WithTriviaFrom(literal.Token));
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{correction}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, mended))), equivalenceKey: key),
                    diagnostic);
            }
        }
    }
}
