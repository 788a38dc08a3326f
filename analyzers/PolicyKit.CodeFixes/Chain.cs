using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Appends a verb to a chain in the chain's own style: on a line of its own where the chain's verbs have one.</summary>
internal static class Chain
{
    internal static ExpressionSyntax Append(ExpressionSyntax chain, string call)
    {
        var after = chain.GetTrailingTrivia();
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken);
        if (DotAtLineStart(chain) is { } model)
        {
            var lineEnd = model.GetPreviousToken().TrailingTrivia.Last();
            dot = dot.WithLeadingTrivia(model.LeadingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            var endsLine = after.Any(SyntaxKind.EndOfLineTrivia);
            chain = endsLine ? chain : chain.WithTrailingTrivia(lineEnd);
            after = endsLine ? SyntaxFactory.TriviaList(lineEnd) : after;
        }
        else
        {
            chain = chain.WithoutTrailingTrivia();
        }

        // The text hangs on a word that stands for the chain.
        var whole = SyntaxFactory.ParseExpression($"chain.{call}");
        var first = (MemberAccessExpressionSyntax)whole.DescendantNodes().OfType<IdentifierNameSyntax>().First().Parent!;
        var member = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, chain, dot, first.Name);
        return whole.ReplaceNode(first, member).WithTrailingTrivia(after);
    }

    private static SyntaxToken? DotAtLineStart(ExpressionSyntax chain)
    {
        for (var node = chain; ;)
        {
            switch (node)
            {
                case InvocationExpressionSyntax call:
                    node = call.Expression;
                    break;
                case MemberAccessExpressionSyntax member when member.OperatorToken.GetPreviousToken().TrailingTrivia.LastOrDefault().IsKind(SyntaxKind.EndOfLineTrivia):
                    return member.OperatorToken;
                case MemberAccessExpressionSyntax member:
                    node = member.Expression;
                    break;
                default:
                    return null;
            }
        }
    }
}
