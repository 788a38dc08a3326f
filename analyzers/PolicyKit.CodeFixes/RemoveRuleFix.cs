using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Takes a rule out of its chain.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveRuleFix))]
[Shared]
public sealed class RemoveRuleFix : WrittenFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK4002");

    private protected override string Property => "remove";

    private protected override string Title(string text) => $"Remove the {text}";

    private protected override ExpressionSyntax Mended(ExpressionSyntax written, string text)
    {
        for (var node = written; node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }; node = member.Expression)
        {
            if (member.Name.Identifier.ValueText is not ("AllowIngress" or "AllowEgress")) continue;
            var before = member.Expression;
            return before.GetTrailingTrivia().Any(IsComment) ? before : before.WithTrailingTrivia(written.GetTrailingTrivia());
        }

        return written;
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
