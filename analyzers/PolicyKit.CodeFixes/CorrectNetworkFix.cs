using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0003: writes the network that the refusal proposes; where it proposes two, both are offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectNetworkFix))]
[Shared]
public sealed class CorrectNetworkFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0003");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        // A constant that stands elsewhere may be used elsewhere too.
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal) yield break;
        // The analyzer puts the proposals there, the likeliest first.
        foreach (var key in new[] { "First", "Second" })
        {
            if (diagnostic.Properties.TryGetValue(key, out var correction) && correction is not null)
                yield return new($"Write '{correction}'", key, new(literal.Span, SyntaxFactory.Literal(correction).Text));
        }
    }
}
