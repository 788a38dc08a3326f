using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyKit.App.Pictures;

/// <summary>Connections as a graph for Graphviz, a cluster for each namespace.</summary>
internal static class DotPicture
{
    public static void Write(Grid ends, TextWriter output)
    {
        var grid = ends.WithAlikeAsOne();
        output.Write("digraph connections {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (var number = 0; number < grid.Groups.Count; number++)
        {
            var group = grid.Groups[number];
            output.Write(FormattableString.Invariant($"  subgraph cluster_{number} {{\n    label={Quoted(group.Name)}; color=\"{grid.ColourOf(number)}\";\n"));
            for (var end = group.First; end < group.End; end++) output.Write($"    {Quoted(grid.Names[end])} [label={Quoted(grid.Label(end))}];\n");
            output.Write("  }\n");
        }

        for (var from = 0; from < grid.Count; from++)
        {
            for (var to = 0; to < grid.Count; to++)
            {
                if (grid[from, to] is { Openness: not Openness.Nothing } cell) output.Write($"  {Quoted(grid.Names[from])} -> {Quoted(grid.Names[to])} [label={Quoted(cell.Ports)}{(cell.Openness == Openness.Undefined ? ", style=dashed" : "")}];\n");
            }
        }

        output.Write("}\n");
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
