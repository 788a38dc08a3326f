using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Knows the code that wants a literal to be refused: tests of one's own rules, and programs that catch the refusal.</summary>
internal static class ExpectedFailures
{
    internal static bool Holds(IOperation operation)
    {
        for (IOperation? one = operation, inner = null; one is not null; inner = one, one = one.Parent)
        {
            if (one is ITryOperation attempt && attempt.Body == inner && attempt.Catches.Any(handler => handler.ExceptionType is { Name: "FormatException" })) return true;
            if (one is IAnonymousFunctionOperation { Symbol.Parameters.Length: 0, Body.Operations: var body } function && IsOneStatement(body) && MayBeATest(function)) return true;
        }

        return false;
    }

    // The body of `() => policy.Verb()` is one statement, or a return that nobody wrote.
    private static bool IsOneStatement(IReadOnlyCollection<IOperation> body) => body.Count(one => one is not IReturnOperation { IsImplicit: true, ReturnedValue: null }) == 1;

    // `Should.Throw(() => …)`, `Assert.That(() => …, Throws.…)`, or a function kept in a variable until it is asked to throw.
    private static bool MayBeATest(IAnonymousFunctionOperation function)
    {
        if (function.Symbol.ReturnsVoid) return true;
        for (var one = function.Parent; one is IConversionOperation or IDelegateCreationOperation or IArgumentOperation or IVariableInitializerOperation; one = one.Parent)
        {
            if (one is IVariableInitializerOperation) return true;
            if (one is IArgumentOperation { Parent.Syntax: var call } && call.ToString().IndexOf("Throw", StringComparison.Ordinal) >= 0) return true;
        }

        return false;
    }
}
