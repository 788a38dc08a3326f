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
            foreach (var part in Constants.PartsOf(argument.Value)) CheckPart(context, part, kind);
            if (kind is not LiteralKind.PortNumber) continue;
            if (firstEnd is not null) CheckRange(context, call, firstEnd, argument.Value);
            firstEnd = argument.Value;
        }
    }

    // A label or an annotation is a pair, and each half is taken as something of its own.
    private static void CheckPart(OperationAnalysisContext context, IOperation part, LiteralKind kind)
    {
        if (kind is not (LiteralKind.Label or LiteralKind.Annotation))
        {
            Check(context, part, kind);
            return;
        }

        while (part is IConversionOperation { OperatorMethod: null } conversion) part = conversion.Operand;
        if (part is not ITupleOperation { Elements: [var key, var value] }) return;
        Check(context, key, kind is LiteralKind.Label ? LiteralKind.LabelKey : LiteralKind.AnnotationKey);
        if (kind is LiteralKind.Label) Check(context, value, LiteralKind.LabelValue);
    }

    private static void Check(OperationAnalysisContext context, IOperation place, LiteralKind kind)
    {
        if (place.ConstantValue is not { HasValue: true, Value: { } content }) return;
        var refused = (kind, content) switch
        {
            (LiteralKind.Network, string text) => Finding(place, Network, CidrReader.Read(text, out _)),
            (LiteralKind.HostPattern, string text) => DnsPattern.TryParse(text, out _, out var problem) ? null : Finding(place, Host, problem),
            (LiteralKind.PortNumber, int number) => Finding(place, Port, NameSyntax.PortNumber(number)),
            (LiteralKind.PortName, string text) => Finding(place, Port, NameSyntax.PortName(text)),
            (_, string text) => Finding(place, Name, ProblemOfName(kind, text)),
            _ => null,
        };
        if (refused is not null && !ExpectedFailures.Holds(place)) context.ReportDiagnostic(refused);
    }

    private static Microsoft.CodeAnalysis.Diagnostic? Finding(IOperation place, DiagnosticDescriptor rule, string? problem) =>
        problem is null ? null : Microsoft.CodeAnalysis.Diagnostic.Create(rule, place.Syntax.GetLocation(), problem);

    private static Microsoft.CodeAnalysis.Diagnostic? Finding(IOperation place, DiagnosticDescriptor rule, Refusal? refusal) =>
        refusal is null ? null : Microsoft.CodeAnalysis.Diagnostic.Create(rule, place.Syntax.GetLocation(), Corrections(refusal), refusal.ToString());

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
