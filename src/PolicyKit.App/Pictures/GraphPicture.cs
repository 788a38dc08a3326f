namespace PolicyKit.App.Pictures;

/// <summary>Connections as a ring: ends around it in their groups, a curve for each pair, in the colour of the source's group.</summary>
/// <remarks>
/// Ends that nothing tells apart are one. Where every end of a group reaches every end of another, one broad band says so instead of hundreds of curves: what is left to see are the
/// connections that somebody thought about.
/// </remarks>
internal static class GraphPicture
{
    private const double Gap = 1.5;

    /// <summary>Where curves are this faint there are thousands, and a pointer finds none of them alone.</summary>
    private const double FaintCurve = 0.05;

    public static void Write(Grid ends, TextWriter output)
    {
        var grid = ends.WithAlikeAsOne();
        var curves = Enumerable.Range(0, grid.Count).Sum(from => Enumerable.Range(0, grid.Count).Count(to => from != to && grid[from, to].Openness != Openness.Nothing));
        var strength = Math.Clamp(120.0 / Math.Max(1, curves), FaintCurve, 0.6);
        var steps = grid.Count + (grid.Groups.Count * Gap);
        var radius = Math.Max(170, steps * 11 / (2 * Math.PI));
        var longest = grid.Groups.SelectMany(group => Enumerable.Range(group.First, group.Count).Select(end => grid.Label(end).Length + (IsNamed(group, end) ? group.Name.Length + 3 : 0))).DefaultIfEmpty().Max();
        var labels = (longest * 6.2) + 34;
        var size = 2 * (radius + labels);
        var ring = new Ring(grid, size / 2, radius, 2 * Math.PI / Math.Max(1, steps), Gap);
        output.Write(Svg.Of($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{size}\" height=\"{size}\" font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"10.5\" fill=\"{Svg.Ink}\" class=\"graph\">\n"));
        output.Write("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (var from = 0; from < grid.Groups.Count; from++)
        {
            for (var to = 0; to < grid.Groups.Count; to++) WriteBetween(grid, ring, from, to, output, strength);
        }

        for (var group = 0; group < grid.Groups.Count; group++) WriteGroup(grid, ring, group, output);
        output.Write("</svg>\n");
    }

    private static void WriteBetween(Grid grid, Ring ring, int from, int to, TextWriter output, double strength)
    {
        var (sources, targets) = (grid.Groups[from], grid.Groups[to]);
        var pairs = (from source in Enumerable.Range(sources.First, sources.Count)
                     from target in Enumerable.Range(targets.First, targets.Count)
                     where grid[source, target].Openness != Openness.Nothing
                     select (source, target)).ToList();
        if (pairs.Count > 3 && pairs.Count(pair => pair.source != pair.target) == (sources.Count * targets.Count) - (from == to ? sources.Count : 0))
        {
            output.Write(Svg.Of($"<path class=\"band\" d=\"{ring.Band(sources, targets)}\" fill=\"{grid.ColourOf(from)}\" opacity=\"0.16\"><title>{Svg.Text($"everything in {sources.Name} → everything in {targets.Name}")}</title></path>\n"));
            return;
        }

        foreach (var (source, target) in pairs.Where(pair => pair.source != pair.target))
        {
            var cell = grid[source, target];
            var title = strength > FaintCurve ? $"<title>{Svg.Text($"{grid.FullName(source)} → {grid.FullName(target)}: {cell.Ports}")}</title>" : "";
            var dash = cell.Openness == Openness.Undefined ? " stroke-dasharray=\"4 3\"" : "";
            output.Write(Svg.Of($"<path class=\"edge\" data-from=\"{source}\" data-to=\"{target}\" d=\"{ring.Curve(source, target)}\" fill=\"none\" stroke=\"{grid.ColourOf(from)}\" stroke-width=\"{(cell.Openness == Openness.EveryPort ? 1.8 : 1.1)}\" opacity=\"{strength}\"{dash}>") + title + "</path>\n");
        }
    }

    /// <summary>The end in the middle of a group carries its name.</summary>
    private static bool IsNamed(GridGroup group, int end) => end == group.First + (group.Count / 2);

    private static void WriteGroup(Grid grid, Ring ring, int number, TextWriter output)
    {
        var group = grid.Groups[number];
        output.Write(Svg.Of($"<path d=\"{ring.Arc(group)}\" fill=\"none\" stroke=\"{grid.ColourOf(number)}\" stroke-width=\"7\"><title>{Svg.Text(group.Name)}</title></path>\n"));
        for (var end = group.First; end < group.End; end++)
        {
            var (transform, anchor) = ring.Label(end);
            var name = IsNamed(group, end) ? $"<tspan fill=\"{grid.ColourOf(number)}\" font-weight=\"600\"> · {Svg.Text(group.Name)}</tspan>" : "";
            output.Write(Svg.Of($"<text class=\"end\" data-end=\"{end}\" transform=\"{transform}\" text-anchor=\"{anchor}\">") + Svg.Text(grid.Label(end)) + name + "</text>\n");
        }
    }
}
