using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Writes one expression instead of what is underlined.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceFix))]
[Shared]
public sealed class ReplaceFix : WrittenFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK1003", "PK1004", "PK1005", "PK4001");

    private protected override string Property => "instead";

    private protected override string Title(string text) => $"Write {text}";

    private protected override ExpressionSyntax Mended(ExpressionSyntax written, string text) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(written);
}
