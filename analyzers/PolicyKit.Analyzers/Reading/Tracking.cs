using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Which variables can be followed. In: the operations of a member, nested functions included. Out: how often each is written, and which are written where no walk sees it.</summary>
internal sealed class Tracking
{
    private readonly HashSet<ISymbol> _lost = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _iterators = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _writes = new(SymbolEqualityComparer.Default);

    private Tracking()
    {
    }

    internal static Tracking Of(IOperation member)
    {
        var tracking = new Tracking();
        tracking.Visit(member, function: null);
        return tracking;
    }

    /// <summary>Whether the body itself runs only while somebody asks for items.</summary>
    internal bool Yields { get; private set; }

    /// <summary>Whether a local function runs only while somebody asks for items.</summary>
    internal bool IsIterator(IMethodSymbol function) => _iterators.Contains(function);

    internal bool IsLost(ISymbol variable) => _lost.Contains(variable);

    /// <summary>Whether a function that runs at another time sees the same value.</summary>
    internal bool IsWrittenOnce(ISymbol variable) => !IsLost(variable) && _writes.TryGetValue(variable, out var writes) && writes == 1;

    private void Visit(IOperation operation, IMethodSymbol? function)
    {
        if (operation.Kind is OperationKind.Argument)
        {
            var argument = (IArgumentOperation)operation;
            // What the compiler passes by itself writes to nothing.
            if (argument.ArgumentKind is ArgumentKind.DefaultValue) return;
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out }) Lose(argument.Value);
        }
        else if (MayMatter(operation.Kind))
        {
            Note(operation, ref function);
        }

        foreach (var child in operation.ChildOperations) Visit(child, function);
    }

    // Nearly all operations are of other kinds, and asking each for one interface after the other would cost more than all the rest.
    private static bool MayMatter(OperationKind kind) => kind is
        OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment or OperationKind.CompoundAssignment or OperationKind.DeconstructionAssignment
        or OperationKind.Increment or OperationKind.Decrement or OperationKind.AddressOf or OperationKind.DeclarationExpression
        or OperationKind.DeclarationPattern or OperationKind.RecursivePattern or OperationKind.ListPattern or OperationKind.VariableDeclarator
        or OperationKind.YieldReturn or OperationKind.YieldBreak or OperationKind.AnonymousFunction or OperationKind.LocalFunction;

    private void Note(IOperation operation, ref IMethodSymbol? function)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Lose(assignment.Target);
                Lose(assignment.Value);
                break;
            case ISimpleAssignmentOperation assignment: Write(assignment.Target, function); break;
            case ICoalesceAssignmentOperation assignment: Write(assignment.Target, function); break;
            case IAssignmentOperation assignment: LoseAll(assignment.Target); break;
            case IIncrementOrDecrementOperation change: Lose(change.Target); break;
            case IAddressOfOperation address: Lose(address.Reference); break;
            case IDeclarationExpressionOperation declaration: LoseAll(declaration.Expression); break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }: _lost.Add(declared); break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared }: _lost.Add(declared); break;
            case IListPatternOperation { DeclaredSymbol: { } declared }: _lost.Add(declared); break;
            case IVariableDeclaratorOperation declarator:
                if (declarator.Initializer is not null) Count(declarator.Symbol);
                if (declarator.Symbol.RefKind != RefKind.None && declarator.Initializer is { } target) LoseAll(target);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } when function is not null: _iterators.Add(function); break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }: Yields = true; break;
            case IAnonymousFunctionOperation nested: function = nested.Symbol; break;
            case ILocalFunctionOperation nested: function = nested.Symbol; break;
        }
    }

    private void Write(IOperation target, IMethodSymbol? function)
    {
        if (VariableOf(target) is { } variable)
        {
            Count(variable);
            if (function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function)) _lost.Add(variable);
        }
        else if (target is IFieldReferenceOperation { Instance: { } instance })
        {
            Lose(instance);
        }
    }

    private void Count(ISymbol variable) => _writes[variable] = _writes.TryGetValue(variable, out var before) ? before + 1 : 1;

    private void Lose(IOperation reference)
    {
        if (VariableOf(reference) is { } variable) _lost.Add(variable);
    }

    private void LoseAll(IOperation references)
    {
        Lose(references);
        foreach (var child in references.ChildOperations) LoseAll(child);
    }

    private static ISymbol? VariableOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
