using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>PK2002: takes the metadata address out of a network; of everything, and of all that is outside, it leaves the internet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutMetadataFix))]
[Shared]
public sealed class LeaveOutMetadataFix : TextFix
{
    private const string Except = ".Except(\"169.254.169.254/32\")";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK2002");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var span = diagnostic.Location.SourceSpan;
        TextMend? mend = root.FindNode(span, getInnermostNodeForTie: true) switch
        {
            // The verb: `.ToAnywhere()`.
            IdentifierNameSyntax { Identifier.ValueText: "ToAnywhere", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } =>
                Mend("Write To(Internet)", TextSpan.FromBounds(span.Start, call.Span.End), "To(Internet)", "Internet"),
            IdentifierNameSyntax => Mend("Write Internet", span, "Internet", "Internet"),
            MemberAccessExpressionSyntax word => Mend("Write Internet", word.Name.Span, "Internet"),
            InvocationExpressionSyntax => Mend($"Add {Except}", new TextSpan(span.End, 0), Except),
            _ => null,
        };
        if (mend is not null) yield return mend;
    }

    private static TextMend Mend(string title, TextSpan span, string text, string? words = null) => new(title, nameof(LeaveOutMetadataFix), new(span, text), words);
}
