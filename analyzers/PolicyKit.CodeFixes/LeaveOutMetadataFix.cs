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

    private protected override Edit? EditOf(SyntaxNode root, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        return root.FindNode(span, getInnermostNodeForTie: true) switch
        {
            // The verb: `.ToAnywhere()`.
            IdentifierNameSyntax { Identifier.ValueText: "ToAnywhere", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } =>
                new("Write To(Internet)", new TextChange(TextSpan.FromBounds(span.Start, call.Span.End), "To(Internet)"), "Internet"),
            IdentifierNameSyntax => new("Write Internet", new TextChange(span, "Internet"), "Internet"),
            MemberAccessExpressionSyntax word => new("Write Internet", new TextChange(word.Name.Span, "Internet")),
            InvocationExpressionSyntax => new($"Add {Except}", new TextChange(new TextSpan(span.End, 0), Except)),
            _ => null,
        };
    }
}
