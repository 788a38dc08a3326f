using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK0004: an exception that is not strictly inside its network, or exceptions that leave nothing of it.</summary>
/// <remarks>Only where network and exceptions are constants of one chain; what the finding says is what emitting would say.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Exception = Descriptors.Of(RuleCatalogue.PK0004, "{0}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Exception);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Vocabulary.In(start.Compilation) is { } vocabulary)
                start.RegisterOperationAction(call => Look(call, vocabulary), OperationKind.Invocation);
        });
    }

    private static void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Except" || WrittenNetwork.Of(call, vocabulary) is not { } network) return;

        // Those of the calls before are reported there.
        var isSound = true;
        foreach (var one in network.Exceptions)
        {
            if (ExceptionRefusals.Of(network.Block, one.Block) is not { } refusal) continue;
            isSound = false;
            if (one.Call == call) Report(context, one.Place.Syntax.Span, refusal, isRemovable: call.Arguments.All(IsOneItem));
        }

        if (!isSound || !network.IsWhole || ExceptionRefusals.OfAll(network.Block, Blocks(network)) is not { } tooMany) return;
        if (ExceptionRefusals.OfAll(network.Block, Blocks(network, before: call)) is not null) return;
        CidrExpression[] own = [.. network.Exceptions.Where(one => one.Call == call)];
        Report(context, TextSpan.FromBounds(own.Min(one => one.Place.Syntax.SpanStart), own.Max(one => one.Place.Syntax.Span.End)), tooMany, isRemovable: false);
    }

    // The call still compiles when one is taken out.
    private static bool IsOneItem(IArgumentOperation argument) => argument.ArgumentKind is ArgumentKind.ParamArray || argument.Parameter is { IsParams: false };

    private static void Report(OperationAnalysisContext context, TextSpan span, Refusal refusal, bool isRemovable) => context.ReportDiagnostic(Diagnostic.Create(
        Exception,
        Location.Create(context.Operation.Syntax.SyntaxTree, span),
        isRemovable ? [context.Operation.Syntax.GetLocation()] : [],
        refusal.ToString()));

    private static CidrBlock[] Blocks(WrittenNetwork network, IOperation? before = null) =>
        [.. network.Exceptions.Where(one => one.Call != before).Select(one => one.Block)];
}
