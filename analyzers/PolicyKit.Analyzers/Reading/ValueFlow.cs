using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Follows a value forward. In: an expression. Out: whether what is made of it surely becomes part of a policy.</summary>
/// <remarks>Through expressions, methods of the base class library, and variables that are written once; whatever else takes the value may drop it.</remarks>
internal static class ValueFlow
{
    internal static bool ReachesPolicy(IOperation value, Vocabulary vocabulary) => ReachesPolicy(value, vocabulary, []);

    private static bool ReachesPolicy(IOperation value, Vocabulary vocabulary, HashSet<ISymbol> followed)
    {
        for (var (child, parent) = (value, value.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IInvocationOperation call && vocabulary.IsOfLibrary(call.TargetMethod)) return IsWord(call.TargetMethod, vocabulary);
            if (parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }) return followed.Add(local) && IsReadIntoPolicy(parent, local, vocabulary, followed);
            if (!PassesOn(parent, child)) return false;
        }

        return false;
    }

    // What emits a set, or reads a profile, makes no policy.
    private static bool IsWord(IMethodSymbol method, Vocabulary vocabulary)
    {
        var meaning = vocabulary.MeaningOf(method);
        return meaning.Verb is not null || meaning.Word is not null || meaning.Effects is not null;
    }

    private static bool PassesOn(IOperation parent, IOperation child) => parent switch
    {
        IInvocationOperation call => !call.TargetMethod.ReturnsVoid && UnrepeatableValues.IsOfSystem(call.TargetMethod.ContainingType),
        IObjectCreationOperation creation => creation.Type is { } type && UnrepeatableValues.IsOfSystem(type),
        IPropertyReferenceOperation property => UnrepeatableValues.IsOfSystem(property.Property.ContainingType),
        IConditionalOperation => parent.Type is not null,
        IArgumentOperation or IConversionOperation or IParenthesizedOperation or IBinaryOperation or IUnaryOperation or IAwaitOperation => true,
        IInterpolatedStringOperation or IInterpolationOperation or ICoalesceOperation or IConditionalAccessOperation or IIsPatternOperation => true,
        ISwitchExpressionOperation or ISwitchExpressionArmOperation => true,
        ITupleOperation or IArrayCreationOperation or IArrayInitializerOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => true,
        _ => parent.Syntax is CollectionExpressionSyntax or SpreadElementSyntax && child.Syntax is ExpressionSyntax or SpreadElementSyntax,
    };

    private static bool IsReadIntoPolicy(IOperation place, ILocalSymbol local, Vocabulary vocabulary, HashSet<ISymbol> followed)
    {
        while (place.Parent is { } parent) place = parent;
        IOperation[] uses = [.. place.Descendants().Where(one => one is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local))];
        return !Array.Exists(uses, IsWritten) && Array.Exists(uses, use => ReachesPolicy(use, vocabulary, followed));
    }

    private static bool IsWritten(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    };
}
