namespace PolicyKit.App.Pictures;

/// <summary>Connections as a matrix: a row for each source, a column for each destination, a filled cell where something is open.</summary>
/// <remarks>It stands alone: no script, no font, nothing from a network. A pointer that rests on a cell shows the ports.</remarks>
internal static class MatrixPicture
{
    private const double CharacterWidth = 0.58;

    public static void Write(Grid ends, TextWriter output)
    {
        var grid = ends.WithNetworksAsOne();
        var cell = Math.Clamp(1400.0 / Math.Max(1, grid.Count), 7, 20);
        var font = Math.Min(12, cell * 0.85);
        var labels = Math.Max(60, (Enumerable.Range(0, grid.Count).Select(end => grid.Label(end).Length).DefaultIfEmpty().Max() * font * CharacterWidth) + 12);
        var (left, top) = (labels + 26, labels + 62);
        var side = cell * grid.Count;
        var (width, height) = (Math.Max(left + side + 24, 560), top + side + 24);
        output.Write(Svg.Of($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"{font}\" fill=\"{Svg.Ink}\" class=\"matrix\">\n"));
        output.Write("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        WriteLegend(output);
        for (var group = 0; group < grid.Groups.Count; group++) WriteGroup(grid.Groups[group], group, grid, output, left, top, cell, side);
        for (var end = 0; end < grid.Count; end++)
        {
            var middle = ((end + 0.5) * cell) + (font * 0.35);
            output.Write(Svg.Of($"<text class=\"row\" data-end=\"{end}\" x=\"{left - 6}\" y=\"{top + middle}\" text-anchor=\"end\">{Svg.Text(grid.Label(end))}</text>\n"));
            output.Write(Svg.Of($"<text class=\"column\" data-end=\"{end}\" transform=\"translate({left + middle} {top - 6}) rotate(-90)\">{Svg.Text(grid.Label(end))}</text>\n"));
        }

        for (var from = 0; from < grid.Count; from++) WriteRow(grid, from, output, left, top, cell);
        output.Write("</svg>\n");
    }

    private static void WriteLegend(TextWriter output)
    {
        (string Colour, string Words)[] entries = [(Svg.EveryPort, "every port"), (Svg.SomePorts, "some ports"), (Svg.Undefined, "depends on an open question")];
        output.Write("<text x=\"12\" y=\"24\" font-size=\"13\"><tspan font-weight=\"600\">who reaches whom</tspan> (rows reach columns)</text>\n");
        var x = 340.0;
        foreach (var (colour, words) in entries)
        {
            output.Write(Svg.Of($"<rect x=\"{x}\" y=\"13\" width=\"13\" height=\"13\" rx=\"2\" fill=\"{colour}\"/><text x=\"{x + 18}\" y=\"24\" font-size=\"13\">{words}</text>\n"));
            x += 40 + (words.Length * 7.0);
        }
    }

    private static void WriteGroup(GridGroup group, int number, Grid grid, TextWriter output, double left, double top, double cell, double side)
    {
        var (start, length) = (group.First * cell, group.Count * cell);
        var colour = grid.ColourOf(number);
        output.Write(Svg.Of($"<rect x=\"{left + start}\" y=\"{top + start}\" width=\"{length}\" height=\"{length}\" fill=\"{colour}\" opacity=\"0.10\"/>\n"));
        output.Write(Svg.Of($"<path d=\"M{left} {top + start}h{side}M{left + start} {top}v{side}\" stroke=\"{Svg.Faint}\" fill=\"none\"/>\n"));
        output.Write(Svg.Of($"<rect x=\"4\" y=\"{top + start + 1}\" width=\"16\" height=\"{length - 2}\" rx=\"3\" fill=\"{colour}\"/>\n"));
        output.Write(Svg.Of($"<rect x=\"{left + start + 1}\" y=\"36\" width=\"{length - 2}\" height=\"16\" rx=\"3\" fill=\"{colour}\"/>\n"));
        var words = Shortened(group.Name, length);
        output.Write(Svg.Of($"<text transform=\"translate(15.5 {top + start + (length / 2)}) rotate(-90)\" text-anchor=\"middle\" font-size=\"11\" fill=\"#fff\">{Svg.Text(words)}<title>{Svg.Text(group.Name)}</title></text>\n"));
        output.Write(Svg.Of($"<text x=\"{left + start + (length / 2)}\" y=\"48\" text-anchor=\"middle\" font-size=\"11\" fill=\"#fff\">{Svg.Text(words)}<title>{Svg.Text(group.Name)}</title></text>\n"));
        if (group.End == grid.Count) output.Write(Svg.Of($"<path d=\"M{left} {top + side}h{side}M{left + side} {top}v{side}\" stroke=\"{Svg.Faint}\" fill=\"none\"/>\n"));
    }

    // Neighbours with the same ports are one rectangle: a picture of an open cluster stays small.
    private static void WriteRow(Grid grid, int from, TextWriter output, double left, double top, double cell)
    {
        output.Write(Svg.Of($"<g class=\"cells\" data-end=\"{from}\">"));
        for (var to = 0; to < grid.Count;)
        {
            var here = grid[from, to];
            var last = to + 1;
            if (here.Openness == Openness.Nothing)
            {
                if (from == to) output.Write(Svg.Of($"<circle cx=\"{left + ((to + 0.5) * cell)}\" cy=\"{top + ((from + 0.5) * cell)}\" r=\"{cell * 0.12}\" fill=\"#b6bec7\"/>"));
                to = last;
                continue;
            }

            while (last < grid.Count && grid[from, last] == here) last++;
            var target = last - to == 1 ? grid.FullName(to) : FormattableString.Invariant($"{grid.Names[to]} … {grid.Names[last - 1]} ({last - to})");
            output.Write(Svg.Of($"<rect x=\"{left + (to * cell) + 0.5}\" y=\"{top + (from * cell) + 0.5}\" width=\"{((last - to) * cell) - 1}\" height=\"{cell - 1}\" rx=\"1.5\" fill=\"{Svg.Colour(here.Openness)}\"><title>{Svg.Text($"{grid.FullName(from)} → {target}: {here.Ports}")}</title></rect>"));
            to = last;
        }

        output.Write("</g>\n");
    }

    private static string Shortened(string name, double room)
    {
        var characters = (int)(room / 6.6);
        return name.Length <= characters ? name : characters < 3 ? "" : $"{name[..(characters - 1)]}…";
    }
}
