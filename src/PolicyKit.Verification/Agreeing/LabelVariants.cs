namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: selectors. Output: sets of labels that meet each of them, and that miss each by one requirement; among them none at all.</summary>
internal static class LabelVariants
{
    private const string Other = "other";

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IEnumerable<LabelSelector> selectors)
    {
        var all = new List<IReadOnlyDictionary<string, string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var everything = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            var met = Meeting(selector);
            Add(met);
            foreach (var requirement in selector.Requirements)
            {
                foreach (var change in Changes(requirement)) Add(Changed(met, requirement.Key, change));
            }

            foreach (var (key, value) in met) everything.TryAdd(key, value);
        }

        Add(everything);
        Add([]);
        return all;

        void Add(SortedDictionary<string, string> labels)
        {
            if (seen.Add(string.Join(',', labels.Select(label => $"{label.Key}={label.Value}")))) all.Add(labels);
        }
    }

    /// <summary>Labels that meet a selector, where it can be met.</summary>
    public static SortedDictionary<string, string> Meeting(LabelSelector selector)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var asked in selector.Requirements.GroupBy(requirement => requirement.Key, StringComparer.Ordinal))
        {
            var values = asked.SelectMany(Changes).OrderBy(value => value is not null);
            if (values.FirstOrDefault(value => asked.All(requirement => Holds(requirement, value))) is { } met) labels[asked.Key] = met;
        }

        return labels;
    }

    private static bool Holds(LabelRequirement requirement, string? value) => requirement.Operator switch
    {
        LabelOperator.In => requirement.Values.Contains(value),
        LabelOperator.NotIn => !requirement.Values.Contains(value),
        LabelOperator.Exists => value is not null,
        LabelOperator.DoesNotExist => value is null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the label can be instead: each other value, a value nobody names, and nothing.</summary>
    private static IEnumerable<string?> Changes(LabelRequirement requirement) => requirement.Values.Cast<string?>().Append(Other).Append(null);

    private static SortedDictionary<string, string> Changed(SortedDictionary<string, string> labels, string key, string? value)
    {
        var changed = new SortedDictionary<string, string>(labels, StringComparer.Ordinal);
        if (value is null) changed.Remove(key);
        else changed[key] = value;
        return changed;
    }
}
