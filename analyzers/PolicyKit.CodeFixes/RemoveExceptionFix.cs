using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0004: removes the exception, and the call where it was the only one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveExceptionFix))]
[Shared]
public sealed class RemoveExceptionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0004");

    // Exceptions stand side by side in one call: their edits would overlap, so those of a file are made together.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, findings) =>
        await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root ? document.WithSyntaxRoot(Without(root, findings)) : document);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ExceptionAt(root, diagnostic) is null) continue;
            context.RegisterCodeFix(
                CodeAction.Create("Remove the exception", _ => Task.FromResult(context.Document.WithSyntaxRoot(Without(root, [diagnostic]))), equivalenceKey: nameof(RemoveExceptionFix)),
                diagnostic);
        }
    }

    // An item of a list written in the call, or an argument with a name, is left to its author.
    private static ArgumentSyntax? ExceptionAt(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count == 1
        && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { Parent: ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } } argument }
            ? argument
            : null;

    private static SyntaxNode Without(SyntaxNode root, ImmutableArray<Diagnostic> findings)
    {
        var removed = findings.Select(finding => ExceptionAt(root, finding)).OfType<ArgumentSyntax>().ToImmutableHashSet();
        return root.ReplaceNodes(removed.Select(argument => (InvocationExpressionSyntax)argument.Parent!.Parent!).Distinct(), (call, changed) =>
        {
            var kept = changed.ArgumentList.Arguments;
            for (var at = kept.Count - 1; at >= 0; at--)
            {
                if (removed.Contains(call.ArgumentList.Arguments[at])) kept = kept.RemoveAt(at);
            }

            return kept.Count > 0
                ? changed.WithArgumentList(changed.ArgumentList.WithArguments(kept))
                : ((MemberAccessExpressionSyntax)changed.Expression).Expression.WithTrailingTrivia(changed.GetTrailingTrivia());
        });
    }
}
