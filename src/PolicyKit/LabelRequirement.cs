using System.Diagnostics;

namespace PolicyKit;

/// <summary>What a selector asks of one label.</summary>
/// <remarks>INVARIANT (canonical requirement): values are sorted ordinally and distinct; there is at least one exactly for In and NotIn.</remarks>
public sealed record LabelRequirement : IComparable<LabelRequirement>
{
    private LabelRequirement(string key, LabelOperator @operator, ValueArray<string> values)
    {
        Key = key;
        Operator = @operator;
        Values = values;
    }

    /// <summary>The key of the label.</summary>
    public string Key { get; }

    /// <summary>What is asked of it.</summary>
    public LabelOperator Operator { get; }

    /// <summary>The values of In and NotIn, sorted; empty for the others.</summary>
    public ValueArray<string> Values { get; }

    /// <summary>Orders requirements by key, operator and values, all ordinally.</summary>
    /// <param name="other">The other requirement; null comes first.</param>
    /// <returns>Less than zero when this one comes first, zero when they are equal.</returns>
    public int CompareTo(LabelRequirement? other)
    {
        if (other is null) return 1;

        var order = string.CompareOrdinal(Key, other.Key);
        if (order == 0) order = Operator.CompareTo(other.Operator);
        for (var at = 0; order == 0 && at < Values.Count && at < other.Values.Count; at++)
            order = string.CompareOrdinal(Values[at], other.Values[at]);
        return order != 0 ? order : Values.Count.CompareTo(other.Values.Count);
    }

    /// <summary>The requirement in kubectl's syntax.</summary>
    /// <returns>For example <c>tier in (api,edge)</c>.</returns>
    public override string ToString() => Operator switch
    {
        LabelOperator.In when Values.Count == 1 => $"{Key}={Values[0]}",
        LabelOperator.In => $"{Key} in ({string.Join(',', Values)})",
        // "notin ()" would read as a list without values.
        LabelOperator.NotIn when Values is [""] => $"{Key}!=",
        LabelOperator.NotIn => $"{Key} notin ({string.Join(',', Values)})",
        LabelOperator.Exists => Key,
        LabelOperator.DoesNotExist => $"!{Key}",
        _ => throw new UnreachableException(),
    };

    internal static LabelRequirement Of(LabelKey key, LabelOperator @operator, ReadOnlySpan<string> values)
    {
        foreach (var value in values) Refusal.ThrowIf(NameSyntax.LabelValue(value));
        return new(key.Name, @operator, Sorted(values));
    }

    internal bool IsMetBy(IReadOnlyCollection<Label> labels) => Operator switch
    {
        LabelOperator.In => labels.Any(IsOneOfTheValues),
        LabelOperator.NotIn => !labels.Any(IsOneOfTheValues),
        LabelOperator.Exists => labels.Any(label => label.Key == Key),
        LabelOperator.DoesNotExist => labels.All(label => label.Key != Key),
        _ => throw new UnreachableException(),
    };

    private bool IsOneOfTheValues(Label label) => label.Key == Key && Values.Contains(label.Value);

    private static ValueArray<string> Sorted(ReadOnlySpan<string> values) =>
        values.Length < 2 ? ValueArray.Create(values) : [.. values.ToArray().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
