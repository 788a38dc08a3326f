using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK0008: a value that another run or another machine gives otherwise flows into a policy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnrepeatableValueAnalyzer() : OperationAnalyzer(OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor Unrepeatable = Descriptors.Of(RuleCatalogue.PK0008, "'{0}' gives {1}, so the policy is not the same {2}. {3}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Unrepeatable);

    private protected override void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        if (UnrepeatableValues.Of(context.Operation) is not { } source || !ValueFlow.ReachesPolicy(context.Operation, vocabulary)) return;
        var (severity, gives, when, mend) = source.Kind switch
        {
            UnrepeatableKind.Clock => (DiagnosticSeverity.Warning, "the time of the run", "in the next one", "Write the value out, or leave it to the pipeline that commits the manifests."),
            UnrepeatableKind.Random => (DiagnosticSeverity.Warning, "another value in each run", "in the next one", "Write a value out, or derive it from what the policy is about."),
            UnrepeatableKind.Environment => (DiagnosticSeverity.Info, "what the machine says", "on another one", "Where that is meant, nothing has to change."),
            _ => (DiagnosticSeverity.Info, "what the culture of the machine says", "on another one", "Use the invariant culture."),
        };
        context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(
            Unrepeatable, context.Operation.Syntax.GetLocation(), severity, additionalLocations: null, ImmutableDictionary<string, string?>.Empty, source.Name, gives, when, mend));
    }
}
