namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>The set that a random program ends in.</summary>
internal abstract record SetShape
{
    public abstract void Write(ProgramWriter writer);

    public virtual IEnumerable<SetShape> Smaller() => this == new Listed("p") ? [] : [new Listed("p")];
}

/// <summary>A collection expression.</summary>
internal sealed record Listed(string Entries) : SetShape
{
    public override void Write(ProgramWriter writer) => writer.Line($"PolicySet set = [{Entries}];");
}

/// <summary>A set with something said of all of it.</summary>
internal sealed record Said(string Entries, string Verbs) : SetShape
{
    public override void Write(ProgramWriter writer) => writer.Line($"var set = PolicySet.Of({Entries}){Verbs};");
}

/// <summary>A set that grows under a condition, by a spread or under <c>When</c>.</summary>
internal sealed record Grown(string Entries, string More, bool UnderWhen) : SetShape
{
    public override void Write(ProgramWriter writer)
    {
        writer.Line($"PolicySet set = [{Entries}];");
        writer.Line(UnderWhen ? $"set = set.When({writer.Input()}, s => [.. s, {More}]);" : $"if ({writer.Input()}) set = [{More}, .. set];");
    }
}

/// <summary>One of two sets.</summary>
internal sealed record Either(string Entries, string Others) : SetShape
{
    public override void Write(ProgramWriter writer) => writer.Line($"var set = {writer.Input()} ? PolicySet.Of({Entries}) : PolicySet.Of({Others});");
}
