using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            if (one is IAnonymousFunctionOperation { Symbol.Parameters.Length: 0 } function && (IsAskedToThrow(function) || IsOneDeed(function))) return true;
        }

        return false;
    }

    // `Should.Throw(() => …)`, `Assert.That(() => …, Throws.…)`, `Invoking(() => …).Should().Throw<…>()`: the libraries agree on the word.
    private static bool IsAskedToThrow(IAnonymousFunctionOperation function) =>
        function.Syntax.Ancestors().FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax) is { } asked
        && asked.ToString().IndexOf("Throw", StringComparison.Ordinal) >= 0;

    // A function that does this and nothing else, and is run for what happens or kept until it is asked to throw.
    private static bool IsOneDeed(IAnonymousFunctionOperation function) =>
        function.Body.Operations.Count(one => one is not IReturnOperation { IsImplicit: true, ReturnedValue: null }) == 1
        && (function.Symbol.ReturnsVoid || function.Syntax.Parent is EqualsValueClauseSyntax);
}
