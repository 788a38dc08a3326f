namespace PolicyKit;

/// <summary>Values as they are written in C#, for messages.</summary>
internal static class Words
{
    public static string Quote<T>(IEnumerable<T> items) => string.Join(", ", items.Select(item => $"\"{item}\""));

    public static string Selector(LabelSelector selector) => selector.Requirements.All(IsEquality)
        ? string.Join(", ", selector.Requirements.Select(one => $"(\"{one.Key}\", \"{one.Values[0]}\")"))
        : $"LabelSelector.Parse(\"{selector}\")";

    /// <summary>Joins with commas and a last "and".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    private static bool IsEquality(LabelRequirement one) => one.Operator is LabelOperator.In && one.Values.Count == 1;
}
