namespace PolicyKit.Rules;

/// <summary>Says on the vocabulary itself how a method makes its result, so that the analyzers need no table that could drift from it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VerbAttribute(Verb verb) : Attribute
{
    public Verb Verb { get; } = verb;
}
