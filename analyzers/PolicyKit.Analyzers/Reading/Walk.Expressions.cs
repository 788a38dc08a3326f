using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <content>Expressions. Each is evaluated for its value and for what it assigns; what is not understood is unknown.</content>
internal sealed partial class Walk
{
    private Value Evaluate(IOperation operation)
    {
        var value = operation.ConstantValue.HasValue ? Value.Of(operation.ConstantValue.Value) : Read(operation);
        return value.IsUnknown ? _scope.Reader.Vocabulary.OfType(operation.Type) : value;
    }

    private Value Read(IOperation operation)
    {
        // Asked by its kind: asking for one interface after the other is most of what this would cost.
        switch (operation.Kind)
        {
            case OperationKind.ExpressionStatement: return Evaluate(((IExpressionStatementOperation)operation).Operation);
            case OperationKind.SimpleAssignment: return Assign((ISimpleAssignmentOperation)operation);
            case OperationKind.FlowCapture: return Capture((IFlowCaptureOperation)operation);
            case OperationKind.FlowCaptureReference: return _now[_slots.Of(((IFlowCaptureReferenceOperation)operation).Id)];
            case OperationKind.LocalReference: return ReadVariable(((ILocalReferenceOperation)operation).Local);
            case OperationKind.ParameterReference: return ReadVariable(((IParameterReferenceOperation)operation).Parameter);
            case OperationKind.Conversion: return Convert((IConversionOperation)operation);
            case OperationKind.Invocation: return Invoke((IInvocationOperation)operation);
            case OperationKind.FieldReference when operation is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } reference: return InitialValueOf(reference.Field, reference);
            case OperationKind.PropertyReference when operation is IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } reference: return ReadProperty(reference);
            case OperationKind.Tuple: return Value.Of(new Known.Row(EvaluateAll(((ITupleOperation)operation).Elements)));
            case OperationKind.ArrayCreation: return ReadArray((IArrayCreationOperation)operation);
            case OperationKind.IsNull: return TestForNull(Evaluate(((IIsNullOperation)operation).Operand));
            case OperationKind.FlowAnonymousFunction:
                _functions.Add((IFlowAnonymousFunctionOperation)operation);
                return Value.Unknown;
        }

        // On the oldest compiler collection expressions and spreads are operations without a name: their syntax says what they are.
        if (operation.Syntax is CollectionExpressionSyntax) return ReadCollection(operation);
        var last = Value.Unknown;
        foreach (var child in operation.ChildOperations) last = Evaluate(child);
        return operation.Syntax is SpreadElementSyntax ? last : Value.Unknown;
    }

    private Value[] EvaluateAll(ImmutableArray<IOperation> operations)
    {
        var values = new Value[operations.Length];
        for (var at = 0; at < values.Length; at++) values[at] = Evaluate(operations[at]);
        return values;
    }

    private Value ReadVariable(ISymbol variable) => _tracking.IsLost(variable) ? Value.Unknown : _now[_slots.Of(variable)];

    private Value Assign(ISimpleAssignmentOperation assignment)
    {
        // The target itself is no read: as one it would lead from a field to its initialiser and back.
        foreach (var child in assignment.Target.ChildOperations) Evaluate(child);
        var value = Evaluate(assignment.Value);
        if (TargetOf(assignment) is { } variable)
        {
            var kept = IsReadOnlyRow(value, TypeOf(variable)) ? value : Value.Unknown;
            _now = _now.With(_slots.Of(variable), kept);
            _assigned[variable] = _assigned.TryGetValue(variable, out var before) ? before.Or(kept) : kept;
        }
        else if (assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation && _graph.OriginalOperation is ISymbolInitializerOperation)
        {
            _result = _result.Or(value);
        }

        return value;
    }

    private ISymbol? TargetOf(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => _targets.TryGetValue(capture.Id, out var variable) ? variable : null,
        _ => null,
    };

    private Value Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation local) _targets[capture.Id] = local.Local;
        else if (capture.Value is IParameterReferenceOperation parameter) _targets[capture.Id] = parameter.Parameter;
        var value = Evaluate(capture.Value);
        _now = _now.With(_slots.Of(capture.Id), value);
        return value;
    }

    private Value Convert(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        return conversion.OperatorMethod is null ? value : Value.Unknown;
    }

    private Value ReadProperty(IPropertyReferenceOperation reference) =>
        _scope.Reader.Vocabulary.MeaningOf(reference.Property).Word is { } word ? word : InitialValueOf(reference.Property, reference);

    private Value ReadArray(IArrayCreationOperation creation)
    {
        foreach (var size in creation.DimensionSizes) Evaluate(size);
        if (creation.Initializer is { } items) return Value.Of(new Known.Row(EvaluateAll(items.ElementValues)));
        return creation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }] ? Value.Of(new Known.Row([])) : Value.Unknown;
    }

    private Value ReadCollection(IOperation collection)
    {
        // Newer compilers put an argument of the call that builds the collection among its items.
        var parts = collection.ChildOperations.Where(item => item is not IArgumentOperation)
            .Select(item => (Items: Evaluate(item), IsSpread: item.Syntax is SpreadElementSyntax || item.Syntax.Parent is SpreadElementSyntax)).ToArray();
        return SymbolEqualityComparer.Default.Equals(collection.Type, _scope.Reader.Vocabulary.PolicySet) ? Make(collection, Sets.Of(parts)) : Sets.RowOf(parts);
    }

    private static Value TestForNull(Value value)
    {
        if (value.IsUnknown) return value;
        var nulls = value.Alternatives.Count(one => one is Known.Constant { Content: null });
        return nulls == 0 ? Value.Of(false) : nulls == value.Alternatives.Length ? Value.Of(true) : Value.Unknown;
    }

    // What is written into an array or a list after it was made is not followed, so a variable that could be written into is not known.
    internal static bool IsReadOnlyRow(Value value, ITypeSymbol? type) =>
        !Array.Exists(value.Alternatives, static one => one is Known.Row)
        || type is { IsTupleType: true } or { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" } or { Name: "ImmutableArray" };

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
