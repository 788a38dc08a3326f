using System.Text;

namespace PolicyKit;

/// <summary>Writes the required traffic as Markdown. In: a set, or a bundle over modes. Out: tables, the same for the same input.</summary>
internal static class TrafficTables
{
    public static string Write(PolicySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Write(Distinct(TrafficRow.Of(set)), modes: null);
    }

    public static string Write<TModes>(Bundle<TModes> bundle)
        where TModes : struct, Enum
    {
        var present = new Dictionary<TrafficRow, List<TModes>>();
        var order = new List<TrafficRow>();
        var combinations = bundle.Combinations;
        foreach (var modes in combinations)
        {
            foreach (var row in Distinct(TrafficRow.Of(bundle.In(modes))))
            {
                if (!present.TryGetValue(row, out var seen))
                {
                    present.Add(row, seen = []);
                    order.Add(row);
                }

                seen.Add(modes);
            }
        }

        return Write(order, row => present[row].Count == combinations.Count ? "always" : When(bundle.Modes, present[row]));
    }

    // The modes that are on in every combination that has the row, and those that are off in all of them.
    private static string When<TModes>(ValueArray<TModes> all, List<TModes> seen)
        where TModes : struct, Enum
    {
        var on = all.Where(mode => seen.TrueForAll(modes => modes.HasFlag(mode))).Select(mode => $"{mode}");
        var off = all.Where(mode => !seen.Exists(modes => modes.HasFlag(mode))).Select(mode => $"without {mode}");
        return on.Concat(off).ToArray() is { Length: > 0 } words ? Words.List(words) : "depends";
    }

    private static string Write(IReadOnlyList<TrafficRow> rows, Func<TrafficRow, string>? modes)
    {
        var page = new StringBuilder();
        foreach (var section in rows.GroupBy(row => row.Section, StringComparer.Ordinal).OrderBy(section => section.Key == RawRows.Section))
        {
            if (page.Length > 0) page.Append('\n');
            page.Append(section.Key).Append('\n');
            foreach (var table in section.GroupBy(row => row.Table).OrderBy(table => table.Key)) Write(page, TrafficRow.Heads(table.Key), table, modes);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, string[] heads, IEnumerable<TrafficRow> rows, Func<TrafficRow, string>? modes)
    {
        page.Append('\n');
        Write(page, modes is null ? heads : [.. heads, "Mode"]);
        Write(page, Enumerable.Repeat("---", heads.Length + (modes is null ? 0 : 1)));
        foreach (var row in rows) Write(page, modes is null ? row.Cells : [.. row.Cells, modes(row)]);
    }

    private static void Write(StringBuilder page, IEnumerable<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static TrafficRow[] Distinct(IEnumerable<TrafficRow> rows) => [.. rows.Distinct()];
}
