using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Finds the constants that an argument surely holds: itself, the items of the list it is, the key and value of the pairs it is made of.</summary>
internal static class Constants
{
    internal static IEnumerable<One> In(IOperation argument, LiteralKind kind)
    {
        foreach (var item in ItemsOf(argument))
        {
            if (kind is not (LiteralKind.Label or LiteralKind.Annotation))
            {
                if (Of(item, kind) is { } one) yield return one;
            }
            else if (Unconverted(item) is ITupleOperation { Elements: [var key, var value] })
            {
                if (Of(key, kind is LiteralKind.Label ? LiteralKind.LabelKey : LiteralKind.AnnotationKey) is { } name) yield return name;
                if (kind is LiteralKind.Label && Of(value, LiteralKind.LabelValue) is { } text) yield return text;
            }
        }
    }

    /// <summary>Whether an expression is one item, or a list that is written in place without a spread: nothing of it is out of sight.</summary>
    internal static bool IsListed(IOperation argument)
    {
        var list = Unconverted(argument);
        return list switch
        {
            IArrayCreationOperation creation => creation.Initializer is not null || creation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }],
            { Syntax: CollectionExpressionSyntax written } => !written.Elements.Any(item => item is SpreadElementSyntax),
            _ => list.Type is not IArrayTypeSymbol,
        };
    }

    /// <summary>The items of a list written in place, or the expression itself.</summary>
    internal static IEnumerable<IOperation> ItemsOf(IOperation argument)
    {
        var list = Unconverted(argument);
        if (list is IArrayCreationOperation { Initializer.ElementValues: var items }) return items;

        // On the oldest compiler collection expressions are operations without a name; a spread holds no single constant.
        return list.Syntax is CollectionExpressionSyntax && list.ConstantValue is { HasValue: false }
            ? list.ChildOperations.Where(item => item is not IArgumentOperation && item.Syntax is not SpreadElementSyntax && item.Syntax.Parent is not SpreadElementSyntax)
            : [argument];
    }

    /// <summary>The expression under the conversions that the compiler put around it.</summary>
    internal static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false } conversion) operation = conversion.Operand;
        return operation;
    }

    private static One? Of(IOperation operation, LiteralKind kind) =>
        operation.ConstantValue is { HasValue: true, Value: { } content } ? new(operation, kind, content) : null;

    /// <summary>One constant, where it stands, and what it is taken as.</summary>
    internal sealed record One(IOperation Place, LiteralKind Kind, object Content);
}
