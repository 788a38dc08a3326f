using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK0001: a verb gives a new policy, and the statement throws it away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedResultAnalyzer() : OperationAnalyzer(OperationKind.ExpressionStatement)
{
    private static readonly DiagnosticDescriptor Dropped = Descriptors.Of(
        RuleCatalogue.PK0001, "'{0}' gives a new {1} and changes nothing; here its result is dropped. Assign it, or return it.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Dropped);

    private protected override void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        // The body of `() => policy.Verb()` is an implicit statement: it may be there for the exception it throws.
        if (context.Operation is not IExpressionStatementOperation { IsImplicit: false, Syntax: ExpressionStatementSyntax statement, Operation: var expression }) return;
        while (expression is IConditionalAccessOperation access) expression = access.WhenNotNull;
        if (expression is not IInvocationOperation { TargetMethod: { ReturnType: INamedTypeSymbol type } method } call || !vocabulary.IsOfLibrary(method)) return;
        if (!vocabulary.IsOfLibrary(type) || type.Name is not ("Policy" or "PolicySet" or "IngressClause" or "EgressClause") || IsAllOfALambda(statement)) return;

        context.ReportDiagnostic(Diagnostic.Create(Dropped, Name(call).GetLocation(), [statement.GetLocation()], method.Name, Word(type)));
    }

    // `Should.Throw(() => { policy.Named("Bad"); })` asks for the exception, not for the policy.
    private static bool IsAllOfALambda(StatementSyntax statement) =>
        statement.Parent is BlockSyntax { Statements.Count: 1, Parent: AnonymousFunctionExpressionSyntax };

    private static SyntaxNode Name(IInvocationOperation call) => call.Syntax is not InvocationExpressionSyntax { Expression: var callee } ? call.Syntax : callee switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => callee,
    };

    private static string Word(INamedTypeSymbol type) => type.Name switch
    {
        "Policy" => "policy",
        "PolicySet" => "set",
        _ => "clause",
    };
}
