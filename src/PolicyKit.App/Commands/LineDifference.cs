using PolicyKit.App.Consoles;

namespace PolicyKit.App.Commands;

/// <summary>The difference of two texts, line by line, in the form that people know from version control.</summary>
internal static class LineDifference
{
    private const int Context = 3;

    public static void Write(string path, string before, string after, Terminal terminal)
    {
        var output = terminal.Output;
        output.Write(terminal.Colours.Strong($"--- {(before.Length == 0 ? "(missing)" : path)}") + "\n");
        output.Write(terminal.Colours.Strong($"+++ {(after.Length == 0 ? "(removed)" : path)}") + "\n");
        var lines = Lines(Split(before), Split(after)).ToList();
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i)) continue;
            if (shown >= 0 && i > shown + 1) output.Write(terminal.Colours.Quiet("...") + "\n");
            shown = i;
            output.Write(Painted(lines[i], terminal.Colours) + "\n");
        }
    }

    private static string Painted((char Sign, string Text) line, Palette colours) => line.Sign switch
    {
        '+' => colours.Good($"+{line.Text}"),
        '-' => colours.Bad($"-{line.Text}"),
        _ => $" {line.Text}",
    };

    private static bool IsNearChange(List<(char Sign, string Text)> lines, int at) =>
        Enumerable.Range(Math.Max(0, at - Context), Math.Min(lines.Count, at + Context + 1) - Math.Max(0, at - Context)).Any(i => lines[i].Sign != ' ');

    private static string[] Split(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    /// <summary>The longest lines in common stay; all others go or come.</summary>
    private static IEnumerable<(char Sign, string Text)> Lines(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (a, b) = (0, 0);
        while (a < before.Length || b < after.Length)
        {
            if (a < before.Length && b < after.Length && before[a] == after[b])
            {
                yield return (' ', before[a++]);
                b++;
            }
            else if (b == after.Length || (a < before.Length && common[a + 1, b] >= common[a, b + 1]))
            {
                yield return ('-', before[a++]);
            }
            else
            {
                yield return ('+', after[b++]);
            }
        }
    }
}
