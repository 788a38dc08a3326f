using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Brings the words of the vocabulary into scope, once a file, where a mend uses one that is not.</summary>
internal static class Usings
{
    private const string Dsl = "PolicyKit.Dsl";

    /// <summary>Whether a mend uses a word of the vocabulary that is not in scope there.</summary>
    internal static bool AreMissingFor(string mend, SemanticModel model, int position)
    {
        var words = model.Compilation.GetTypeByMetadataName(Dsl);
        return words is not null && SyntaxFactory.ParseExpression($"chain.{mend}").DescendantNodes().Concat(SyntaxFactory.ParseExpression(mend).DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Select(name => name.Identifier.ValueText)
            .Any(name => words.GetMembers(name).Length > 0 && !model.LookupSymbols(position, name: name).Any(one => one.ContainingType?.ToDisplayString() == Dsl));
    }

    /// <summary>The file with <c>using static PolicyKit.Dsl;</c> behind its other usings.</summary>
    internal static SyntaxNode WithDsl(SyntaxNode root)
    {
        if (root is not CompilationUnitSyntax unit) return root;
        var lineEnd = unit.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (lineEnd == default) lineEnd = SyntaxFactory.ElasticLineFeed;
        var added = SyntaxFactory.UsingDirective(
            SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            null,
            SyntaxFactory.ParseName(Dsl),
            SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(lineEnd));
        if (unit.Usings.Count > 0 || unit.Externs.Count > 0) return unit.AddUsings(added);

        // What stands above the first line of a file, a licence or a pragma, stays above it.
        var leading = unit.GetLeadingTrivia();
        return unit.WithoutLeadingTrivia().AddUsings(added.WithLeadingTrivia(leading));
    }
}
