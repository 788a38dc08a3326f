using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK1001 and PK1002, both ways out: allow what is missing, or say that it is not needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowNeedFix))]
[Shared]
public sealed class AllowNeedFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK1001", "PK1002");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // The place is the whole call whose result the new verb takes, a word of it is underlined.
            if (diagnostic.AdditionalLocations.Count == 0) continue;
            if (root?.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax chain) continue;
            var (allow, needsNo) = diagnostic.Id == "PK1001" ? ("AllowApiServer", "NeedsNoApiServer") : ("AllowClusterDns", "NeedsNoDns");
            var type = model?.GetTypeInfo(chain, context.CancellationToken).Type?.Name;
            if (type is "Policy") Register(allow, argument: null);
            if (type is "Policy" or "PolicySet") Register(needsNo, argument: "say why");

            void Register(string verb, string? argument) => context.RegisterCodeFix(
                CodeAction.Create(
                    argument is null ? $"Add .{verb}()" : $"Say .{verb}(\"…\")",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(chain, Chain.Append(chain, argument is null ? $"{verb}()" : $"{verb}(\"{argument}\")")))),
                    equivalenceKey: verb),
                diagnostic);
        }
    }
}
