using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>PK3003: puts a number behind the name of a port, and leaves the number to a person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FillInNumberFix))]
[Shared]
public sealed class FillInNumberFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK3003");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var name = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            InvocationExpressionSyntax call when call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string text } => text,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var word } port when model.GetTypeInfo(port).Type?.Name == "ByName" => word,
            _ => null,
        };
        if (name is not null)
            yield return new("Add .At(…), and fill in the number", nameof(FillInNumberFix), new(new TextSpan(diagnostic.Location.SourceSpan.End, 0), $".At({Blanks.PortNumber(name)})"));
    }
}
