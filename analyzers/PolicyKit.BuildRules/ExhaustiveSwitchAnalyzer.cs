using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.BuildRules;

/// <summary>
/// PKB001: a switch over a closed hierarchy ends with <c>UnreachableException</c> and does not name a form. The compiler cannot know that the hierarchy
/// is closed, so the last arm would hide a form that is added later until it is met at run time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExhaustiveSwitchAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor LeavesOut = new(
        "PKB001", "A switch over a closed hierarchy leaves a form out", "The switch says that nothing else is reachable, and leaves out {0}", "PolicyKit.House", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(LeavesOut);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var hierarchies = new ClosedHierarchies(start.Compilation);
            start.RegisterOperationAction(one => LookAtExpression(one, (ISwitchExpressionOperation)one.Operation, hierarchies), OperationKind.SwitchExpression);
            start.RegisterOperationAction(one => LookAtStatement(one, (ISwitchOperation)one.Operation, hierarchies), OperationKind.Switch);
        });
    }

    private static void LookAtExpression(OperationAnalysisContext context, ISwitchExpressionOperation @switch, ClosedHierarchies hierarchies)
    {
        if (hierarchies.FormsOf(@switch.Value.Type) is not { } forms) return;
        if (!@switch.Arms.Any(arm => arm.Pattern is IDiscardPatternOperation && SaysUnreachable(arm.Value))) return;
        Report(context, @switch.Value, forms, @switch.Arms.SelectMany(arm => Named(arm.Pattern)));
    }

    private static void LookAtStatement(OperationAnalysisContext context, ISwitchOperation @switch, ClosedHierarchies hierarchies)
    {
        if (hierarchies.FormsOf(@switch.Value.Type) is not { } forms) return;
        if (!@switch.Cases.Any(one => one.Clauses.Any(clause => clause is IDefaultCaseClauseOperation) && one.Body.Any(SaysUnreachable))) return;
        Report(context, @switch.Value, forms, @switch.Cases.SelectMany(one => one.Clauses).OfType<IPatternCaseClauseOperation>().SelectMany(clause => Named(clause.Pattern)));
    }

    private static void Report(OperationAnalysisContext context, IOperation value, INamedTypeSymbol[] forms, IEnumerable<ITypeSymbol> named)
    {
        var types = named.ToArray();
        var missing = forms.Where(form => !types.Any(type => ClosedHierarchies.DerivesFrom(form, type))).Select(form => form.Name).ToArray();
        if (missing.Length > 0) context.ReportDiagnostic(Diagnostic.Create(LeavesOut, value.Syntax.GetLocation(), string.Join(", ", missing)));
    }

    /// <summary>The types that a pattern names. Whether its conditions leave some values out is the author's business: who names a form has thought of it.</summary>
    private static IEnumerable<ITypeSymbol> Named(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation type => [type.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        IRecursivePatternOperation recursive => [recursive.MatchedType],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Named(either.LeftPattern).Concat(Named(either.RightPattern)),
        _ => [],
    };

    private static bool SaysUnreachable(IOperation operation) =>
        operation.DescendantsAndSelf().OfType<IObjectCreationOperation>().Any(creation => creation.Type?.Name == "UnreachableException");
}
