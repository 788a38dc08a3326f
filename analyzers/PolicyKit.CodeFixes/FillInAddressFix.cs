using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>PK3002, where the address of the API server is missing: writes the rule that takes it, and leaves the address to a person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FillInAddressFix))]
[Shared]
public sealed class FillInAddressFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK3002");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (!diagnostic.Properties.ContainsKey("address")) yield break;
        var span = diagnostic.Location.SourceSpan;
        var written = root.FindNode(span, getInnermostNodeForTie: true);
        if (written is SimpleNameSyntax { Identifier.ValueText: "AllowApiServer", Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call })
            yield return Mend(TextSpan.FromBounds(span.Start, call.Span.End), Blanks.ApiServerRule, Blanks.ApiServerPeer);
        else if (written is IdentifierNameSyntax { Identifier.ValueText: "ApiServer" })
            yield return Mend(span, Blanks.ApiServerPeer, Blanks.ApiServerPeer);
        else if (written is MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "ApiServer" } word })
            yield return Mend(word.Span, Blanks.ApiServerPeer, words: null);
    }

    private static TextMend Mend(TextSpan span, string text, string? words) => new("Write ApiServerAt(…), and fill in the address", nameof(FillInAddressFix), new(span, text), words);
}
