namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>A statement of a random program.</summary>
internal abstract record Step
{
    public abstract void Write(ProgramWriter writer);

    /// <summary>Steps that do less in the same place; an empty list does nothing.</summary>
    public virtual IEnumerable<IReadOnlyList<Step>> Smaller() => [[]];

    public static IEnumerable<IReadOnlyList<Step>> SmallerLists(IReadOnlyList<Step> steps)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            foreach (var smaller in steps[at].Smaller()) yield return [.. steps.Take(at), .. smaller, .. steps.Skip(at + 1)];
        }
    }
}

/// <summary>Verbs on a variable, each after the other: <c>p = p.Verb().Verb();</c></summary>
internal sealed record Chain(string Variable, IReadOnlyList<string> Verbs) : Step
{
    public override void Write(ProgramWriter writer) => writer.Line($"{Variable} = {Variable}{string.Concat(Verbs)};");

    public override IEnumerable<IReadOnlyList<Step>> Smaller() =>
        Verbs.Count == 1 ? base.Smaller() : Enumerable.Range(0, Verbs.Count).Select(at => (IReadOnlyList<Step>)[this with { Verbs = [.. Verbs.Where((_, other) => other != at)] }]);
}

/// <summary><c>if</c> with both branches.</summary>
internal sealed record Branch(IReadOnlyList<Step> Then, IReadOnlyList<Step> Else) : Step
{
    public override void Write(ProgramWriter writer)
    {
        writer.Block($"if ({writer.Input()})", Then);
        writer.Block("else", Else);
    }

    public override IEnumerable<IReadOnlyList<Step>> Smaller() =>
        base.Smaller().Concat([Then, Else])
            .Concat(SmallerLists(Then).Select(then => (IReadOnlyList<Step>)[this with { Then = then }]))
            .Concat(SmallerLists(Else).Select(other => (IReadOnlyList<Step>)[this with { Else = other }]));
}

/// <summary>A loop that runs not at all, or twice.</summary>
internal sealed record Loop(IReadOnlyList<Step> Body) : Step
{
    public override void Write(ProgramWriter writer) => writer.Loop(Body);

    public override IEnumerable<IReadOnlyList<Step>> Smaller() => base.Smaller().Concat([Body]).Concat(SmallerLists(Body).Select(body => (IReadOnlyList<Step>)[new Loop(body)]));
}

/// <summary>A conditional expression over the variables, with verbs behind it.</summary>
internal sealed record Pick(string Variable, string Then, string Else, string Verbs) : Step
{
    public override void Write(ProgramWriter writer) => writer.Line($"{Variable} = ({writer.Input()} ? {Then} : {Else}){Verbs};");
}

/// <summary>A <c>switch</c> expression over two inputs.</summary>
internal sealed record Switch(string Variable, string First, string Second, string Third) : Step
{
    public override void Write(ProgramWriter writer) =>
        writer.Line($"{Variable} = ({writer.Input()}, {writer.Input()}) switch {{ (true, _) => {First}, (false, true) => {Second}, _ => {Third} }};");
}

/// <summary>Verbs under <c>When</c> or in <c>ForEach</c>.</summary>
internal sealed record Guarded(string Variable, string Verbs, bool InForEach) : Step
{
    public override void Write(ProgramWriter writer) => writer.Line(InForEach
        ? $"{Variable} = {Variable}.ForEach(Names({writer.Input()}), (x, name) => x{Verbs});"
        : $"{Variable} = {Variable}.When({writer.Input()}, x => x{Verbs});");
}

/// <summary>A rule whose port and peer are chosen by inputs.</summary>
internal sealed record ChosenRule(string Variable) : Step
{
    public override void Write(ProgramWriter writer) => writer.Line(
        $"{Variable} = {Variable}.AllowEgress({writer.Input()} ? Port.Https : Port.Tcp(5432)).To({writer.Input()} ? (EgressPeer)Nodes : Namespace(\"data\"));");
}

/// <summary>A call of a helper in source.</summary>
internal sealed record HelperCall(string Variable, IReadOnlyList<Step> Body) : Step
{
    public override void Write(ProgramWriter writer) => writer.Line($"{Variable} = {writer.Call(Variable, Body)};");

    public override IEnumerable<IReadOnlyList<Step>> Smaller() => base.Smaller().Concat(SmallerLists(Body).Select(body => (IReadOnlyList<Step>)[this with { Body = body }]));
}
