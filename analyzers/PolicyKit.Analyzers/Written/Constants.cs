using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;

namespace PolicyKit.Analyzers.Written;

/// <summary>Reads expressions whose every part is written out. In: an operation. Out: the library's own value, or null where a part is not constant or the library would refuse it.</summary>
internal static class Constants
{
    internal static object? Of(IOperation? operation, Vocabulary vocabulary)
    {
        if (operation is null) return null;
        if (operation.ConstantValue is { HasValue: true, Value: { } constant }) return constant;

        // Asked by its kind: asking for one interface after the other is most of what this would cost.
        switch (operation.Kind)
        {
            case OperationKind.Conversion when operation is IConversionOperation { OperatorMethod: null } conversion: return Of(conversion.Operand, vocabulary);
            case OperationKind.Parenthesized: return Of(((IParenthesizedOperation)operation).Operand, vocabulary);
            case OperationKind.PropertyReference when operation is IPropertyReferenceOperation { Arguments.Length: 0 } reference && vocabulary.IsOfLibrary(reference.Property): return ConstantWords.Make(reference.Property, null, []);
            case OperationKind.Invocation when operation is IInvocationOperation call && vocabulary.IsOfLibrary(call.TargetMethod): return OfCall(call, vocabulary);
            case OperationKind.Tuple when operation is ITupleOperation { Elements: [var first, var second] } && Of(first, vocabulary) is string key && Of(second, vocabulary) is string value: return (key, value);
            case OperationKind.ArrayCreation when operation is IArrayCreationOperation { Initializer.ElementValues: var items }: return AllOf(items, vocabulary);
        }

        // On the oldest compiler a collection expression is an operation without a name: its syntax says what it is.
        return operation.Syntax is CollectionExpressionSyntax row && row.Elements.All(one => one is ExpressionElementSyntax) ? AllOf(ItemsOf(operation), vocabulary) : null;
    }

    /// <summary>The parts of an argument that stand for one value each: the items of a row, or the argument by itself.</summary>
    internal static ImmutableArray<IOperation> PartsOf(IOperation argument)
    {
        while (argument is IConversionOperation { OperatorMethod: null } conversion) argument = conversion.Operand;
        return argument switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var items } => items,
            { Syntax: CollectionExpressionSyntax row } when row.Elements.All(one => one is ExpressionElementSyntax) => ItemsOf(argument),
            _ => ImmutableArray.Create(argument),
        };
    }

    private static ImmutableArray<IOperation> ItemsOf(IOperation row) => row.ChildOperations.Where(item => item is not IArgumentOperation).ToImmutableArray();

    private static object? OfCall(IInvocationOperation call, Vocabulary vocabulary)
    {
        object? receiver = null;
        if (call.Instance is { } instance && (receiver = Of(instance, vocabulary)) is null) return null;

        var arguments = new object?[call.TargetMethod.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter) arguments[parameter.Ordinal] = Of(argument.Value, vocabulary);
        }

        return ConstantWords.Make(call.TargetMethod, receiver, arguments);
    }

    private static object?[]? AllOf(ImmutableArray<IOperation> items, Vocabulary vocabulary)
    {
        var values = new object?[items.Length];
        for (var at = 0; at < values.Length; at++)
        {
            if ((values[at] = Of(items[at], vocabulary)) is null) return null;
        }

        return values;
    }
}
