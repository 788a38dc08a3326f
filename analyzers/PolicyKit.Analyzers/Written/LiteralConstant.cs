using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Written;

/// <summary>A constant where the vocabulary takes a literal.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">What it is taken as.</param>
/// <param name="Content">The text or number.</param>
internal readonly record struct LiteralConstant(IOperation Place, LiteralKind Kind, object Content)
{
    /// <summary>The constants that an argument surely holds: itself, the items of the row it is, the key and value of the pairs it is made of.</summary>
    internal static IEnumerable<LiteralConstant> In(IOperation argument, LiteralKind kind)
    {
        foreach (var part in Constants.PartsOf(argument))
        {
            if (kind is not (LiteralKind.Label or LiteralKind.Annotation))
            {
                if (Of(part, kind) is { } one) yield return one;
            }
            else if (Unconverted(part) is ITupleOperation { Elements: [var key, var value] })
            {
                if (Of(key, kind is LiteralKind.Label ? LiteralKind.LabelKey : LiteralKind.AnnotationKey) is { } name) yield return name;
                if (kind is LiteralKind.Label && Of(value, LiteralKind.LabelValue) is { } text) yield return text;
            }
        }
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation;
    }

    private static LiteralConstant? Of(IOperation operation, LiteralKind kind) =>
        operation.ConstantValue is { HasValue: true, Value: { } content } ? new LiteralConstant(operation, kind, content) : null;
}
