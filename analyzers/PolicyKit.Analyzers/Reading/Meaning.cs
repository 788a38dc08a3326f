using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What the attributes of a method or property say of it.</summary>
internal sealed class Meaning
{
    internal static Meaning Nothing { get; } = new();

    internal Verb? Verb { get; init; }

    /// <summary>The ports or peers that it is.</summary>
    internal Value? Word { get; init; }

    /// <summary>The facts that a call adds; the numbers are those of the annotation.</summary>
    internal EgressFacts? Effects { get; init; }

    /// <summary>How many parameters of a method of the library a person writes arguments for: behind them come a file and a line, which the compiler gives.</summary>
    internal int Written { get; init; } = int.MaxValue;

    /// <summary>Whether the set that the method is called on is complete there.</summary>
    internal bool CompletesReceiver { get; init; }

    /// <summary>The places of the parameters whose sets are complete there.</summary>
    internal int[] CompleteParameters { get; init; } = [];

    /// <summary>What each parameter takes as a literal, in their order; empty where none does.</summary>
    internal LiteralKind?[] Literals { get; init; } = [];

    /// <summary>Whether policies are finished there: in a set that is made, or complete.</summary>
    internal bool IsEnd => CompletesReceiver || CompleteParameters.Length > 0 || Verb is Rules.Verb.SetOf;
}
