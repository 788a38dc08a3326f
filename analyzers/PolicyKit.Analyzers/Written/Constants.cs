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
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: { } constant } }: return constant;
            case IConversionOperation { OperatorMethod: null } conversion: return Of(conversion.Operand, vocabulary);
            case IParenthesizedOperation inner: return Of(inner.Operand, vocabulary);
            case IPropertyReferenceOperation { Arguments.Length: 0 } reference when vocabulary.IsOfLibrary(reference.Property): return ConstantWords.Make(reference.Property, null, []);
            case IInvocationOperation call when vocabulary.IsOfLibrary(call.TargetMethod): return OfCall(call, vocabulary);
            case ITupleOperation { Elements: [var first, var second] } when Of(first, vocabulary) is string key && Of(second, vocabulary) is string value: return (key, value);
            case IArrayCreationOperation { Initializer.ElementValues: var items }: return AllOf(items, vocabulary);
        }

        // On the oldest compiler a collection expression is an operation without a name: its syntax says what it is.
        if (operation?.Syntax is not CollectionExpressionSyntax { Elements: var elements } || elements.Any(one => one is not ExpressionElementSyntax)) return null;
        return AllOf(operation.ChildOperations.Where(item => item is not IArgumentOperation), vocabulary);
    }

    /// <summary>The parts of an argument that stand for one value each: the items of a row, or the argument by itself.</summary>
    internal static IEnumerable<IOperation> PartsOf(IOperation argument)
    {
        while (argument is IConversionOperation { OperatorMethod: null } conversion) argument = conversion.Operand;
        return argument switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var items } => items,
            { Syntax: CollectionExpressionSyntax { Elements: var elements } } when elements.All(one => one is ExpressionElementSyntax) => argument.ChildOperations.Where(item => item is not IArgumentOperation),
            _ => [argument],
        };
    }

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

    private static object?[]? AllOf(IEnumerable<IOperation> items, Vocabulary vocabulary)
    {
        object?[] values = [.. items.Select(item => Of(item, vocabulary))];
        return Array.IndexOf(values, null) >= 0 ? null : values;
    }
}
