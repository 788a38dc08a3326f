using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0004: removes the exception, and the call where it was the only one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveExceptionFix))]
[Shared]
public sealed class RemoveExceptionFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0004");

    // An item of a list written in the call, or an argument with a name, is left to its author.
    private protected override IEnumerable<SyntaxMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (diagnostic.AdditionalLocations.Count == 1
            && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { Parent: ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call } argument })
            yield return new("Remove the exception", nameof(RemoveExceptionFix), call, current => Without((InvocationExpressionSyntax)current, argument));
    }

    // Exceptions stand side by side in one call: those that went before have shifted this one.
    private static ExpressionSyntax Without(InvocationExpressionSyntax call, ArgumentSyntax removed)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 1) return ((MemberAccessExpressionSyntax)call.Expression).Expression.WithTrailingTrivia(call.GetTrailingTrivia());
        return call.WithArgumentList(call.ArgumentList.WithArguments(arguments.RemoveAt(arguments.IndexOf(one => one.IsEquivalentTo(removed)))));
    }
}
