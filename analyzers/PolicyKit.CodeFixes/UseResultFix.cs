using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes;

/// <summary>PK0001: assigns the new policy to the variable it was made from, or returns it where the body ends without a result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseResultFix))]
[Shared]
public sealed class UseResultFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("PK0001");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax call } statement) continue;
            var type = model.GetTypeInfo(call, context.CancellationToken).Type;
            if (VariableIn(call, model, type, context.CancellationToken) is { } variable)
                Register($"Assign it to '{variable}'", "Assign", Assignment(statement, call, variable));
            if (IsLastOfABodyThatReturns(statement, model, type, context.CancellationToken))
                Register("Return it", "Return", Return(statement, call));

            void Register(string title, string key, StatementSyntax mended) => context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(statement, mended))), equivalenceKey: key),
                diagnostic);
        }
    }

    private static string? VariableIn(InvocationExpressionSyntax call, SemanticModel model, ITypeSymbol? type, CancellationToken cancellation)
    {
        ExpressionSyntax start = call;
        while (start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }) start = member.Expression;
        if (start is not IdentifierNameSyntax name) return null;

        var (variableType, isWritable) = model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            ILocalSymbol local => (local.Type, local is { IsConst: false, IsUsing: false, IsForEach: false, RefKind: RefKind.None }),
            IParameterSymbol parameter => (parameter.Type, parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out),
            _ => (null, false),
        };
        return isWritable && SymbolEqualityComparer.Default.Equals(variableType, type) ? name.Identifier.Text : null;
    }

    private static ExpressionStatementSyntax Assignment(ExpressionStatementSyntax statement, InvocationExpressionSyntax call, string variable)
    {
        var target = SyntaxFactory.IdentifierName(variable).WithLeadingTrivia(call.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        var equals = SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space);
        return statement.WithExpression(SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, target, equals, call.WithoutLeadingTrivia()));
    }

    private static ReturnStatementSyntax Return(ExpressionStatementSyntax statement, InvocationExpressionSyntax call) => SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithLeadingTrivia(call.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
        call.WithoutLeadingTrivia(),
        statement.SemicolonToken);

    private static bool IsLastOfABodyThatReturns(ExpressionStatementSyntax statement, SemanticModel model, ITypeSymbol? type, CancellationToken cancellation)
    {
        if (statement.Parent is not BlockSyntax { Parent: { } member } block || block.Statements.Last() != statement) return false;
        var method = member switch
        {
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(member, cancellation) as IMethodSymbol,
            _ => null,
        };
        return method is not null && SymbolEqualityComparer.Default.Equals(method.ReturnType, type);
    }
}
