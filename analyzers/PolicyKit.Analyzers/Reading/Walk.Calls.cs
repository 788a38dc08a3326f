using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Written;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <content>Calls: of the vocabulary, of annotated helpers, and of helpers whose one body is in source.</content>
internal sealed partial class Walk
{
    private Value Invoke(IInvocationOperation call)
    {
        var meaning = _scope.Reader.Vocabulary.MeaningOf(call.TargetMethod);
        var receiver = call.Instance is null ? null : Evaluate(call.Instance);
        if (call.TargetMethod.Name == "<Clone>$") return receiver!;
        if (meaning.Verb is Verb.When or Verb.ForEach) return InvokeFunction(call, meaning.Verb.Value, receiver!);

        var arguments = EvaluateArguments(call, meaning);
        // An extension method is called on its first argument.
        var first = receiver ?? (arguments.Length > 0 ? arguments[0] : Value.Unknown);
        if (meaning.CompletesReceiver) End(call, first);
        foreach (var at in meaning.CompleteParameters) End(call.Arguments.First(one => one.Parameter?.Ordinal == at), arguments[at]);

        if (meaning.Word is { } word) return WithConstants(word, call, receiver, arguments);
        if (meaning.Verb is not { } verb)
            return Call(call.TargetMethod, call, arguments) ?? (meaning.Effects is { } effects ? Verbs.Add(first, effects, call.TargetMethod, call.Syntax) : Value.Unknown);

        var made = WithConstants(Verbs.Apply(meaning, call, receiver, arguments), call, receiver, arguments);
        if (verb is Verb.SetOf) Make(call, made);
        return made;
    }

    // The same ports or peers, with the constants that the word makes of constant arguments; without, where one is not.
    private static Value WithConstants(Value made, IInvocationOperation call, Value? receiver, Value[] arguments) => made.Alternatives switch
    {
        [Known.Ports or Known.Peers] => Value.Of(Vocabulary.Exact(made.Alternatives[0], MakeConstant(call, receiver, arguments))),
        [Known.Ports or Known.Peers, ..] => made.Map<Known>(static one => Vocabulary.Exact(one, null)),
        _ => made,
    };

    private static object? MakeConstant(IInvocationOperation call, Value? receiver, Value[] arguments)
    {
        object? on = null;
        if (receiver is not null && (on = ConstantOf(receiver, call.Instance!.Type)) is null) return null;
        var constants = new object?[arguments.Length];
        foreach (var parameter in call.TargetMethod.Parameters) constants[parameter.Ordinal] = ConstantOf(arguments[parameter.Ordinal], parameter.Type);
        return ConstantWords.Make(call.TargetMethod, on, constants);
    }

    /// <summary>The one constant that a value is on every path; null when there is none.</summary>
    private static object? ConstantOf(Value value, ITypeSymbol? type) => value.Alternatives switch
    {
        [Known.Constant one] => one.Content,
        [Known.Ports { Exact: [var port] }] => port,
        [Known.Peers { Exact: [var peer] }] => peer,
        [Known.Selector selector] => selector.Written,
        [Known.Key key] => key.Written,
        [Known.Row { Items: [var first, var second] }] when type is { IsTupleType: true } => first.OnlyText is { } name && second.OnlyText is { } text ? (name, text) : null,
        [Known.Row row] when type is IArrayTypeSymbol array => AllOf(row.Items, array.ElementType),
        _ => null,
    };

    private static object?[]? AllOf(Value[] items, ITypeSymbol type)
    {
        var all = new object?[items.Length];
        for (var at = 0; at < all.Length; at++)
        {
            if ((all[at] = ConstantOf(items[at], type)) is null) return null;
        }

        return all;
    }

    // Evaluated as the program does, given back in the order of the parameters.
    private Value[] EvaluateArguments(IInvocationOperation call, Meaning meaning)
    {
        var count = call.TargetMethod.Parameters.Length;
        var arguments = count == 0 ? [] : new Value[count];
        for (var at = 0; at < count; at++) arguments[at] = Value.Unknown;
        foreach (var argument in call.Arguments)
        {
            var at = argument.Parameter?.Ordinal;
            // A file and a line stand for nothing.
            if (at >= meaning.Written && argument.ArgumentKind is ArgumentKind.DefaultValue) continue;
            var value = Evaluate(argument.Value);
            if (at is { } place) arguments[place] = value;
        }

        return arguments;
    }

    private Value InvokeFunction(IInvocationOperation call, Verb verb, Value receiver)
    {
        Value? first = null;
        IOperation? function = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter!.Ordinal == 0) first = Evaluate(argument.Value);
            else if (argument.Parameter.Ordinal == 1) function = argument.Value;
        }

        return verb is Verb.When ? When(first!, function!, receiver) : ForEach(first!, function!, receiver);
    }

    private Value When(Value condition, IOperation function, Value receiver)
    {
        if (condition.Is(false)) return receiver;
        var then = Apply(function, [receiver]);
        return condition.Is(true) ? then : receiver.Or(Verbs.GovernedOnlyInside(receiver, then));
    }

    private Value ForEach(Value items, IOperation function, Value receiver)
    {
        if (items.Alternatives is [Known.Row row]) return row.Items.Aggregate(receiver, (made, item) => Apply(function, [made, item]));

        // None, one or any number of times: everything that can come out of one round goes into the next.
        for (var all = receiver; ;)
        {
            var more = all.Or(Apply(function, [all, Value.Unknown]));
            if (ReferenceEquals(more, all)) return Verbs.GovernedOnlyInside(receiver, all);
            all = more;
        }
    }

    private Value Apply(IOperation function, Value[] arguments)
    {
        while (function is IConversionOperation conversion) function = conversion.Operand;
        if (function is IDelegateCreationOperation creation) function = creation.Target;
        switch (function)
        {
            case IFlowAnonymousFunctionOperation lambda:
                return RunInside(lambda.Symbol, _graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, _scope.Cancellation), arguments);
            case IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } reference:
                return Call(reference.Method, reference, arguments) ?? Value.Unknown;
            default:
                Evaluate(function);
                return Value.Unknown;
        }
    }

    // Runs now, inside this member: it sees the variables as they are.
    private Value RunInside(IMethodSymbol function, ControlFlowGraph graph, Value[] arguments)
    {
        if (function.IsAsync || _scope.Enter(function) is not { } scope) return Value.Unknown;
        return new Walk(scope, graph, _tracking, _slots).Run(Bind(function, arguments, _now, _slots));
    }

    private Value? Call(IMethodSymbol method, IOperation call, Value[] arguments)
    {
        if (method.MethodKind is MethodKind.LocalFunction)
        {
            var function = method.OriginalDefinition;
            return function.Parameters.Any(one => one.RefKind is RefKind.Ref or RefKind.Out) || _tracking.IsIterator(function) || !IsInScope(function)
                ? Value.Unknown
                : RunInside(function, _graph.GetLocalFunctionControlFlowGraphInScope(function, _scope.Cancellation), arguments);
        }

        if (_scope.Reader.BodyOf(method) is not { } body) return null;
        var key = (method.OriginalDefinition, new Known.Row(arguments));
        if (!_scope.Results.TryGetValue(key, out var result))
        {
            result = _scope.Enter(method.OriginalDefinition) is { } scope ? new Walk(scope, body).RunOn(method.OriginalDefinition, arguments) : Value.Unknown;
            _scope.Results[key] = result;
        }

        return body.Place(result, call.Syntax, _scope.Root);
    }

    private bool IsInScope(IMethodSymbol function)
    {
        for (var graph = _graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(function)) return true;
        }

        return false;
    }

    private Value RunOn(IMethodSymbol function, Value[] arguments) => Run(Bind(function, arguments, Slots.Empty, _slots));

    private static Slots Bind(IMethodSymbol function, Value[] arguments, Slots slots, SlotNumbers numbers)
    {
        foreach (var parameter in function.Parameters)
        {
            var value = arguments[parameter.Ordinal];
            slots = slots.With(numbers.Of(parameter), parameter.IsParams || IsReadOnlyRow(value, parameter.Type) ? value : Value.Unknown);
        }

        return slots;
    }

    private Value InitialValueOf(ISymbol member, IOperation reference)
    {
        if (_scope.Reader.InitializerOf(member) is not { } body) return Value.Unknown;
        var key = (member.OriginalDefinition, new Known.Row([]));
        if (!_scope.Results.TryGetValue(key, out var result))
        {
            result = _scope.Enter(member.OriginalDefinition) is { } scope ? new Walk(scope, body).Run(Slots.Empty) : Value.Unknown;
            if (!IsReadOnlyRow(result, reference.Type)) result = Value.Unknown;
            _scope.Results[key] = result;
        }

        return body.Place(result, reference.Syntax, _scope.Root);
    }
}
