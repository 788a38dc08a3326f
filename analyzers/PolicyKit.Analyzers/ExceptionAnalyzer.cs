using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Analyzers.Written;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK0004: an exception that is not strictly inside its network, or exceptions that leave nothing of it.</summary>
/// <remarks>Only where network and exceptions are constants of one chain; what the finding says is what emitting would say.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionAnalyzer() : OperationAnalyzer(OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor Exception = Descriptors.Of(RuleCatalogue.PK0004, "{0}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Exception);

    private protected override void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Except" && vocabulary.IsOfLibrary(call.TargetMethod) && Constants.Of(call.Instance, vocabulary) is NetworkPeer before) Look(context, call, before, vocabulary);
    }

    private static void Look(OperationAnalysisContext context, IInvocationOperation call, NetworkPeer before, Vocabulary vocabulary)
    {
        var added = new List<CidrBlock>();
        var isWhole = true;
        IOperation[] parts = [.. call.Arguments.SelectMany(argument => Constants.PartsOf(argument.Value))];
        foreach (var part in parts)
        {
            if (!CidrBlock.TryParse(Constants.Of(part, vocabulary) as string, out CidrBlock? exception, out string? _)) isWhole = false;
            else if (ExceptionRefusals.Of(before.Block, exception!) is { } refusal) Report(context, part.Syntax.Span, refusal, isRemovable: call.Arguments.All(IsOneItem));
            else added.Add(exception!);
        }

        // Where the calls before went too far already, the finding stands there.
        CidrBlock[] sound = [.. before.Exceptions.Where(one => ExceptionRefusals.Of(before.Block, one) is null)];
        if (!isWhole || added.Count == 0 || ExceptionRefusals.OfAll(before.Block, sound) is not null || ExceptionRefusals.OfAll(before.Block, [.. sound, .. added]) is not { } tooMany) return;
        Report(context, TextSpan.FromBounds(parts.Min(one => one.Syntax.SpanStart), parts.Max(one => one.Syntax.Span.End)), tooMany, isRemovable: false);
    }

    // The call still compiles when one is taken out.
    private static bool IsOneItem(IArgumentOperation argument) => argument.ArgumentKind is ArgumentKind.ParamArray || argument.Parameter is { IsParams: false };

    private static void Report(OperationAnalysisContext context, TextSpan span, Refusal refusal, bool isRemovable) => context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(
        Exception,
        Location.Create(context.Operation.Syntax.SyntaxTree, span),
        isRemovable ? [context.Operation.Syntax.GetLocation()] : [],
        refusal.ToString()));
}
