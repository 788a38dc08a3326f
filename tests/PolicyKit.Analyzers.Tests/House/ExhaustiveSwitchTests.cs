using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.BuildRules;

namespace PolicyKit.Analyzers.Tests.House;

/// <summary>PKB001: who adds a form to a closed hierarchy is led to every switch that says it knows them all.</summary>
public class ExhaustiveSwitchTests
{
    private const string Shapes = """
        abstract class Shape
        {
            private protected Shape() { }
            public sealed class Circle : Shape { public int Radius; }
            public sealed class Square : Shape;
        }

        abstract class Open { public sealed class Only : Open; public sealed class Other : Open; }
        """;

    [TestCase("shape switch { Shape.Circle => 1, _ => throw new System.Diagnostics.UnreachableException() }", "Square")]
    [TestCase("shape switch { Shape.Square or null => 1, _ => throw new System.Diagnostics.UnreachableException() }", "Circle")]
    [TestCase("shape switch { Shape.Circle { Radius: 1 } => 1, Shape.Square => 2, _ => throw new System.Diagnostics.UnreachableException() }", null)]
    [TestCase("shape switch { Shape.Circle c when c.Radius > 1 => 1, Shape => 2, _ => throw new System.Diagnostics.UnreachableException() }", null)]
    [TestCase("shape switch { Shape.Circle => 1, _ => 2 }", null)]
    [TestCase("open switch { Open.Only => 1, _ => throw new System.Diagnostics.UnreachableException() }", null)]
    public void A_switch_expression(string expression, string? missing) =>
        Found($"static class Area {{ public static int Of(Shape shape, Open open) => {expression}; }}").ShouldBe(missing);

    [TestCase("case Shape.Circle: break;", "Square")]
    [TestCase("case Shape.Circle: case Shape.Square: break;", null)]
    public void A_switch_statement(string cases, string? missing) =>
        Found($"static class Area {{ public static void Of(Shape shape) {{ switch (shape) {{ {cases} default: throw new System.Diagnostics.UnreachableException(); }} }} }}").ShouldBe(missing);

    private static string? Found(string source)
    {
        var compilation = Snippet.Compile(Shapes + source);
        var found = compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new ExhaustiveSwitchAnalyzer())).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.SingleOrDefault()?.GetMessage(null).Replace("The switch says that nothing else is reachable, and leaves out ", "", StringComparison.Ordinal);
    }
}
