using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Analyzers.Reading;

namespace PolicyKit.Analyzers;

/// <summary>An analyzer that decides at one operation. In a compilation that does not refer to the library it does nothing.</summary>
public abstract class OperationAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<OperationKind> _kinds;

    private protected OperationAnalyzer(params OperationKind[] kinds) => _kinds = kinds.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Vocabulary.In(start.Compilation) is { } vocabulary) start.RegisterOperationAction(one => Look(one, vocabulary), _kinds);
        });
    }

    /// <summary>Looks at one operation of the kinds asked for.</summary>
    private protected abstract void Look(OperationAnalysisContext context, Vocabulary vocabulary);
}
