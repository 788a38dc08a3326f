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
    private static readonly SyntaxAnnotation WithoutRule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK4002");

    private protected override string Property => "remove";

    private protected override string Title(string text) => $"Remove the {text}";

    private protected override ExpressionSyntax Mended(ExpressionSyntax written, string text)
    {
        var isWholeRule = written is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllowApiServer" or "AllowClusterDns" } };
        for (var node = written; node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }; node = member.Expression)
        {
            if (!isWholeRule && member.Name.Identifier.ValueText is not ("AllowIngress" or "AllowEgress")) continue;
            var before = member.Expression;
            return (before.GetTrailingTrivia().Any(IsComment) ? before : before.WithTrailingTrivia(written.GetTrailingTrivia())).WithAdditionalAnnotations(WithoutRule);
        }

        return written;
    }

    // A comment behind the rule before would push the comma to a line of its own: it goes behind the comma.
    private protected override SyntaxNode Finished(SyntaxNode root)
    {
        var moved = new Dictionary<SyntaxToken, SyntaxTriviaList>();
        foreach (var chain in root.GetAnnotatedNodes(WithoutRule))
        {
            var last = chain.GetLastToken();
            var mark = last.GetNextToken();
            if (!last.TrailingTrivia.Any(SyntaxKind.SingleLineCommentTrivia) || mark.LeadingTrivia.Any(IsComment) || !(mark.IsKind(SyntaxKind.CommaToken) || mark.IsKind(SyntaxKind.SemicolonToken))) continue;
            moved[last] = default;
            moved[mark] = SyntaxFactory.TriviaList(last.TrailingTrivia.Where(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Concat(mark.TrailingTrivia));
        }

        return root.ReplaceTokens(moved.Keys, (token, _) => (moved[token] == default ? token : token.WithLeadingTrivia()).WithTrailingTrivia(moved[token]));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
