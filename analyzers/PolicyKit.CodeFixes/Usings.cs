using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Brings the words of the vocabulary into scope, once a file, where a mend uses one that is not.</summary>
internal static class Usings
{
    private const string Dsl = "PolicyKit.Dsl";

    /// <summary>Whether a name that a mend begins with is a word of the vocabulary that is not in scope there.</summary>
    internal static bool AreMissingFor(ExpressionSyntax mend, SemanticModel model, int position)
    {
        var name = mend.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First().Identifier.ValueText;
        var isWord = model.Compilation.GetTypeByMetadataName(Dsl)?.GetMembers(name).Length > 0;
        return isWord && !model.LookupSymbols(position, name: name).Any(one => one.ContainingType?.ToDisplayString() == Dsl);
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
