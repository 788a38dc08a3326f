using System.Text;

namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>A program over the vocabulary: two policies from roots of their own, steps that change them, and the set they end in.</summary>
/// <remarks>Each branch and loop asks an input of its own, so that every path through the program is a run of it.</remarks>
internal sealed record RandomProgram(string FirstRoot, string SecondRoot, IReadOnlyList<Step> Steps, SetShape Set)
{
    /// <summary>The program as a class; the method builds the set for given inputs and emits it.</summary>
    public (string Source, int Inputs) Write(string className)
    {
        var writer = new ProgramWriter();
        foreach (var step in Steps) step.Write(writer);
        Set.Write(writer);
        var source = $$"""
            public static class {{className}}
            {
                static bool[] b = [];

                public static PolicySet Build(bool[] inputs)
                {
                    b = inputs;
                    var p = {{FirstRoot}};
                    var q = {{SecondRoot}};
            {{writer.Body}}        set.Emit(Engine.Kubernetes);
                    return set;
                }

                static string[] Names(bool any) => any ? ["a", "b"] : [];
            {{writer.Helpers}}}
            """;
        return (source, writer.Inputs);
    }

    /// <summary>Programs that do a little less, for shrinking.</summary>
    public IEnumerable<RandomProgram> Smaller() =>
        Step.SmallerLists(Steps).Select(steps => this with { Steps = steps })
            .Concat(Set.Smaller().Select(set => this with { Set = set }));
}

/// <summary>Collects the text of a program, its helpers and the number of its inputs.</summary>
internal sealed class ProgramWriter
{
    private int _depth = 2;
    private bool _inLoop;

    public StringBuilder Body { get; private set; } = new();

    public StringBuilder Helpers { get; } = new();

    public int Inputs { get; private set; }

    /// <summary>An input that nothing else asks; in a loop, one for each round.</summary>
    public string Input()
    {
        var first = Inputs;
        Inputs += _inLoop ? 2 : 1;
        return _inLoop ? $"b[{first} + round]" : $"b[{first}]";
    }

    /// <summary>A loop that runs not at all, or twice.</summary>
    public void Loop(IEnumerable<Step> steps)
    {
        var head = $"for (var round = {Input()} ? 1 : -1; round >= 0; round--)";
        _inLoop = true;
        Block(head, steps);
        _inLoop = false;
    }

    public void Line(string text) => Body.Append(' ', _depth * 4).Append(text).Append('\n');

    public void Block(string head, IEnumerable<Step> steps)
    {
        Line(head);
        Line("{");
        _depth++;
        foreach (var step in steps) step.Write(this);
        _depth--;
        Line("}");
    }

    /// <summary>Writes steps as a static method over a policy <c>p</c>, and a call of it.</summary>
    public string Call(string variable, IEnumerable<Step> steps)
    {
        var (outer, depth) = (Body, _depth);
        (Body, _depth) = (new(), 2);
        foreach (var step in steps) step.Write(this);
        var name = $"Helper{Helpers.Length}";
        Helpers.Append($"\n    static Policy {name}(Policy p, int {(_inLoop ? "round" : "_")})\n    {{\n        var q = p;\n{Body}        return p;\n    }}\n");
        (Body, _depth) = (outer, depth);
        return $"{name}({variable}, {(_inLoop ? "round" : "0")})";
    }
}
