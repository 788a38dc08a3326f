using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Analyzers.Written;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK0003, PK0005, PK0006 and PK0007: a constant that the call refuses as soon as it runs. The message is the one that the run would give.</summary>
/// <remarks>One pass for all of them: which reader a constant meets is written on the parameter that takes it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer() : OperationAnalyzer(OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor Network = Descriptors.Of(RuleCatalogue.PK0003, "{0}");
    private static readonly DiagnosticDescriptor Port = Descriptors.Of(RuleCatalogue.PK0005, "{0}");
    private static readonly DiagnosticDescriptor Name = Descriptors.Of(RuleCatalogue.PK0006, "{0}");
    private static readonly DiagnosticDescriptor Host = Descriptors.Of(RuleCatalogue.PK0007, "{0}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Network, Port, Name, Host);

    private protected override void Look(OperationAnalysisContext context, Vocabulary vocabulary)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!vocabulary.IsOfLibrary(call.TargetMethod)) return;
        var kinds = vocabulary.MeaningOf(call.TargetMethod).Literals;
        if (kinds.Length == 0) return;

        IOperation? firstEnd = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || kinds[parameter.Ordinal] is not { } kind) continue;
            foreach (var constant in LiteralConstant.In(argument.Value, kind)) Check(context, constant);
            if (kind is not LiteralKind.PortNumber) continue;
            if (firstEnd is not null) CheckRange(context, call, firstEnd, argument.Value);
            firstEnd = argument.Value;
        }
    }

    private static void Check(OperationAnalysisContext context, LiteralConstant constant)
    {
        var refused = constant switch
        {
            { Kind: LiteralKind.Network, Content: string text } => Finding(constant, Network, CidrReader.Read(text, out _)),
            { Kind: LiteralKind.HostPattern, Content: string text } => DnsPattern.TryParse(text, out _, out var problem) ? null : Finding(constant, Host, problem),
            { Kind: LiteralKind.PortNumber, Content: int number } => Finding(constant, Port, NameSyntax.PortNumber(number)),
            { Kind: LiteralKind.PortName, Content: string text } => Finding(constant, Port, NameSyntax.PortName(text)),
            { Content: string text } => Finding(constant, Name, ProblemOfName(constant.Kind, text)),
            _ => null,
        };
        if (refused is not null && !ExpectedFailures.Holds(constant.Place)) context.ReportDiagnostic(refused);
    }

    private static Microsoft.CodeAnalysis.Diagnostic? Finding(LiteralConstant constant, DiagnosticDescriptor rule, string? problem) =>
        problem is null ? null : Microsoft.CodeAnalysis.Diagnostic.Create(rule, constant.Place.Syntax.GetLocation(), problem);

    private static Microsoft.CodeAnalysis.Diagnostic? Finding(LiteralConstant constant, DiagnosticDescriptor rule, Refusal? refusal) =>
        refusal is null ? null : Microsoft.CodeAnalysis.Diagnostic.Create(rule, constant.Place.Syntax.GetLocation(), Corrections(refusal), refusal.ToString());

    private static void CheckRange(OperationAnalysisContext context, IInvocationOperation call, IOperation one, IOperation other)
    {
        // Arguments come in the order they are evaluated in; names may turn them round.
        var isTurned = ((IArgumentOperation)one.Parent!).Parameter!.Ordinal > ((IArgumentOperation)other.Parent!).Parameter!.Ordinal;
        if ((isTurned ? other : one).ConstantValue is not { HasValue: true, Value: int first } || (isTurned ? one : other).ConstantValue is not { HasValue: true, Value: int last }) return;
        if (NameSyntax.PortNumber(first) is not null || NameSyntax.PortNumber(last) is not null || NameSyntax.PortRange(first, last) is not { } problem || ExpectedFailures.Holds(call)) return;

        var (start, end) = one.Syntax.SpanStart < other.Syntax.SpanStart ? (one.Syntax, other.Syntax) : (other.Syntax, one.Syntax);
        var both = Location.Create(start.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start.SpanStart, end.Span.End));
        context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(Port, both, [start.GetLocation(), end.GetLocation()], problem));
    }

    private static string? ProblemOfName(LiteralKind kind, string text) => kind switch
    {
        LiteralKind.PolicyName => NameSyntax.PolicyName(text),
        LiteralKind.Namespace => NameSyntax.Namespace(text),
        LiteralKind.LabelKey => NameSyntax.LabelKey(text),
        LiteralKind.LabelValue => NameSyntax.LabelValue(text),
        LiteralKind.AnnotationKey => NameSyntax.AnnotationKey(text),
        _ => null,
    };

    // For the fix: the texts to write instead, the likeliest first.
    private static ImmutableDictionary<string, string?> Corrections(Refusal refusal) => refusal.Corrections switch
    {
        [var first, var second] => ImmutableDictionary<string, string?>.Empty.Add("First", first).Add("Second", second),
        [var only] => ImmutableDictionary<string, string?>.Empty.Add("First", only),
        _ => ImmutableDictionary<string, string?>.Empty,
    };
}
