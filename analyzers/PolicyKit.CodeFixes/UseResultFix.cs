using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.CodeFixes;

/// <summary>PK0001: assigns the new policy to the variable it was made from, or returns it where the body ends without a result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseResultFix))]
[Shared]
public sealed class UseResultFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0001");

    private protected override IEnumerable<TextMend> MendsOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax call } statement) yield break;
        var type = model.GetTypeInfo(call).Type;
        if (VariableIn(call, model, type) is { } variable) yield return Before($"Assign it to '{variable}'", "Assign", $"{variable} = ");
        if (IsLastOfABodyThatReturns(statement, model, type)) yield return Before("Return it", "Return", "return ");

        TextMend Before(string title, string key, string text) => new(title, key, new(new TextSpan(call.SpanStart, 0), text));
    }

    private static string? VariableIn(InvocationExpressionSyntax call, SemanticModel model, ITypeSymbol? type)
    {
        ExpressionSyntax start = call;
        while (start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }) start = member.Expression;
        if (start is not IdentifierNameSyntax name) return null;

        var (variableType, isWritable) = model.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local => (local.Type, local is { IsConst: false, IsUsing: false, IsForEach: false, RefKind: RefKind.None }),
            IParameterSymbol parameter => (parameter.Type, parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out),
            _ => (null, false),
        };
        return isWritable && SymbolEqualityComparer.Default.Equals(variableType, type) ? name.Identifier.Text : null;
    }

    private static bool IsLastOfABodyThatReturns(ExpressionStatementSyntax statement, SemanticModel model, ITypeSymbol? type)
    {
        if (statement.Parent is not BlockSyntax { Parent: { } member } block || block.Statements.Last() != statement) return false;
        var method = member switch
        {
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(member) as IMethodSymbol,
            _ => null,
        };
        return method is not null && SymbolEqualityComparer.Default.Equals(method.ReturnType, type);
    }
}
