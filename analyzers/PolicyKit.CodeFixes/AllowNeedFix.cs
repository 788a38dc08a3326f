using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK1001 and PK1002, both ways out: allow what is missing, or say that it is not needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowNeedFix))]
[Shared]
public sealed class AllowNeedFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK1001", "PK1002");

    private protected override IEnumerable<SyntaxMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        // The place is the whole call whose result the new verb takes, a word of it is underlined.
        if (diagnostic.AdditionalLocations.Count == 0 || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax chain) yield break;
        var (allow, needsNo) = diagnostic.Id == "PK1001" ? ("AllowApiServer", "NeedsNoApiServer") : ("AllowClusterDns", "NeedsNoDns");
        var type = model.GetTypeInfo(chain).Type?.Name;
        if (type is "Policy")
        {
            yield return Append($"Add .{allow}()", allow, $"{allow}()");
            // The analyzer says where the engine has no other word for the API server than its address.
            if (diagnostic.Properties.ContainsKey("address")) yield return Append("Allow the API server by its address, and fill it in", Blanks.ApiServerAddress, Blanks.ApiServerRule);
        }

        if (type is "Policy" or "PolicySet") yield return Append($"Say .{needsNo}(\"…\")", needsNo, $"{needsNo}(\"say why\")");

        SyntaxMend Append(string title, string key, string call) => new(title, key, chain, current => Chain.Append((ExpressionSyntax)current, call), call);
    }
}
