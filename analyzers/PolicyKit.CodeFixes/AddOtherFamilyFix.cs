using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>PK2006: adds everywhere of the other address family, behind the network that is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddOtherFamilyFix))]
[Shared]
public sealed class AddOtherFamilyFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK2006");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue("beside", out var beside) || beside is null) yield break;
        var peer = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (peer.Parent is not (ArgumentSyntax { NameColon: null } or ExpressionElementSyntax or InitializerExpressionSyntax)) yield break;

        // In the words that the first one is written in: `Dsl.Cidr("0.0.0.0/0")` gets `Dsl.Cidr("::/0")`.
        while (peer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner } }) peer = inner;
        var owner = peer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var said } } ? $"{said}." : "";
        yield return new($"Add {beside}", nameof(AddOtherFamilyFix), new TextChange(new TextSpan(diagnostic.Location.SourceSpan.End, 0), $", {owner}{beside}"));
    }
}
