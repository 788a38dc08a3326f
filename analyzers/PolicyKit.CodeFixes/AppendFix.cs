using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>Adds a verb, or a rule, behind a call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendFix))]
[Shared]
public sealed class AppendFix : WrittenFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0009", "PK0012", "PK1006");

    private protected override string Property => "append";

    private protected override string Title(string text) => $"Add .{text}";

    private protected override ExpressionSyntax Mended(ExpressionSyntax written, string text) => Chain.Append(written, text);
}
