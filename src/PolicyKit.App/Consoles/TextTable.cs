using System.Text.RegularExpressions;

namespace PolicyKit.App.Consoles;

/// <summary>Rows of cells, in columns for a person or as a table in Markdown.</summary>
internal static partial class TextTable
{
    public static void Write(TextWriter output, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        var widths = Enumerable.Range(0, all[0].Count).Select(column => all.Max(row => Width(row[column]))).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell))).Where((_, column) => widths[column] > 0);
            output.Write(string.Join("  ", cells).TrimEnd() + "\n");
        }
    }

    public static void WriteMarkdown(TextWriter output, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        output.Write(Line(head));
        output.Write(Line([.. head.Select(_ => "---")]));
        foreach (var row in rows) output.Write(Line(row));
    }

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    private static int Width(string cell) => Escape().Replace(cell, "").Length;

    [GeneratedRegex("\e\\[[0-9]*m")]
    private static partial Regex Escape();
}
