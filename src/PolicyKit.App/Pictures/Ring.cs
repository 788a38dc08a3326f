namespace PolicyKit.App.Pictures;

/// <summary>Where the ends of a grid stand on a ring, and the curves between them.</summary>
internal sealed class Ring(Grid grid, double centre, double radius, double step, double gap)
{
    private readonly double[] _angles = Angles(grid, step, gap);

    /// <summary>A curve from one end to another that bends towards the centre.</summary>
    public string Curve(int from, int to)
    {
        var ((x1, y1), (x2, y2)) = (Point(_angles[from], radius - 8), Point(_angles[to], radius - 8));
        return Svg.Of($"M{x1} {y1}Q{centre} {centre} {x2} {y2}");
    }

    /// <summary>The arc of a group.</summary>
    public string Arc(GridGroup group)
    {
        var (first, last) = Span(group);
        var ((x1, y1), (x2, y2)) = (Point(first, radius), Point(last, radius));
        return Svg.Of($"M{x1} {y1}A{radius} {radius} 0 {Large(first, last)} 1 {x2} {y2}");
    }

    /// <summary>A band from the arc of one group to that of another.</summary>
    public string Band(GridGroup from, GridGroup to)
    {
        var inner = radius - 7;
        var ((a1, a2), (b1, b2)) = (Span(from), Span(to));
        var ((x1, y1), (x2, y2), (x3, y3), (x4, y4)) = (Point(a1, inner), Point(a2, inner), Point(b1, inner), Point(b2, inner));
        return Svg.Of($"M{x1} {y1}A{inner} {inner} 0 {Large(a1, a2)} 1 {x2} {y2}Q{centre} {centre} {x3} {y3}A{inner} {inner} 0 {Large(b1, b2)} 1 {x4} {y4}Q{centre} {centre} {x1} {y1}Z");
    }

    /// <summary>How a label is turned, so that it is never upside down.</summary>
    public (string Transform, string Anchor) Label(int end)
    {
        var angle = _angles[end];
        var (x, y) = Point(angle, radius + 10);
        var degrees = angle * 180 / Math.PI;
        return Math.Cos(angle) >= 0
            ? (Svg.Of($"translate({x} {y}) rotate({degrees}) translate(0 3.5)"), "start")
            : (Svg.Of($"translate({x} {y}) rotate({degrees + 180}) translate(0 3.5)"), "end");
    }

    private (double First, double Last) Span(GridGroup group) => (_angles[group.First] - (step * 0.45), _angles[group.End - 1] + (step * 0.45));

    private (double X, double Y) Point(double angle, double distance) => (centre + (distance * Math.Cos(angle)), centre + (distance * Math.Sin(angle)));

    private static int Large(double first, double last) => last - first > Math.PI ? 1 : 0;

    private static double[] Angles(Grid grid, double step, double gap)
    {
        var angles = new double[grid.Count];
        var at = -Math.PI / 2;
        foreach (var group in grid.Groups)
        {
            for (var end = group.First; end < group.End; end++)
            {
                angles[end] = at + (step / 2);
                at += step;
            }

            at += gap * step;
        }

        return angles;
    }
}
