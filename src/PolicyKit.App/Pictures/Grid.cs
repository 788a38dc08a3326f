using PolicyKit.App.Commands;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Pictures;

/// <summary>What is open between two ends, and in words.</summary>
internal readonly record struct GridCell(Openness Openness, string Ports);

/// <summary>Ends that belong together in a picture: a namespace, the nodes, or what is outside.</summary>
/// <param name="Name">What to call them.</param>
/// <param name="First">The number of the first end.</param>
/// <param name="Count">How many there are.</param>
internal sealed record GridGroup(string Name, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>How much of a pair is open.</summary>
internal enum Openness
{
    Nothing,
    Undefined,
    SomePorts,
    EveryPort,
}

/// <summary>Connections as a square of cells, for pictures: the ends in groups, sources down, destinations across.</summary>
internal sealed class Grid
{
    private const string Outside = "outside the cluster";
    private const string Nodes = "nodes";

    private readonly GridCell[,] _cells;

    private readonly IReadOnlyList<int> _alike;

    private Grid(IReadOnlyList<string> names, IReadOnlyList<int> alike, GridCell[,] cells)
    {
        Names = names;
        Groups = GroupsOf(names);
        _alike = alike;
        _cells = cells;
    }

    /// <summary>The ends by their full names.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<GridGroup> Groups { get; }

    public int Count => Names.Count;

    public GridCell this[int from, int to] => _cells[from, to];

    /// <summary>The name of an end within its group; of several that are one, the first and how many more.</summary>
    public string Label(int end)
    {
        var name = Names[end];
        var slash = name.StartsWith("cidr:", StringComparison.Ordinal) ? -1 : name.AsSpan().IndexOf('/');
        var label = slash > 0 ? name[(slash + 1)..] : name[(name.AsSpan().IndexOf(':') + 1)..];
        return _alike[end] == 1 ? label : FormattableString.Invariant($"{label} +{_alike[end] - 1}");
    }

    /// <summary>The full name of an end, for where there is room.</summary>
    public string FullName(int end) => _alike[end] == 1 ? Names[end] : FormattableString.Invariant($"{Names[end]} and {_alike[end] - 1} like it");

    /// <summary>The colour of a group: places that are no namespace are grey.</summary>
    public string ColourOf(int group) => Groups[group].Name switch { Outside => "#57606a", Nodes => "#8c959f", _ => Svg.ColourOf(group) };

    public static Grid Of(Reachability reachability)
    {
        var names = reachability.Ends.OrderBy(Rank).ThenBy(GroupOf, StringComparer.Ordinal).ThenBy(name => name, StringComparer.Ordinal).ToList();
        var numbers = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        var cells = new GridCell[names.Count, names.Count];
        foreach (var pair in reachability.Pairs) cells[numbers[pair.From], numbers[pair.To]] = new(OpennessOf(pair), ConnectionLists.Ports(pair));
        return new(names, [.. names.Select(_ => 1)], cells);
    }

    /// <summary>Networks outside that nothing tells apart become one.</summary>
    public Grid WithNetworksAsOne() => Folded(name => GroupOf(name) == Outside);

    /// <summary>Ends of one group that nothing tells apart become one.</summary>
    public Grid WithAlikeAsOne() => Folded(_ => true);

    private Grid Folded(Func<string, bool> folds)
    {
        var kept = new List<int>();
        var alike = new List<int>();
        for (var end = 0; end < Count; end++)
        {
            var twin = folds(Names[end]) ? kept.FindIndex(other => GroupOf(Names[other]) == GroupOf(Names[end]) && AreAlike(other, end)) : -1;
            if (twin >= 0)
            {
                alike[twin] += _alike[end];
                continue;
            }

            kept.Add(end);
            alike.Add(_alike[end]);
        }

        var cells = new GridCell[kept.Count, kept.Count];
        for (var from = 0; from < kept.Count; from++)
        {
            for (var to = 0; to < kept.Count; to++) cells[from, to] = _cells[kept[from], kept[to]];
        }

        return new([.. kept.Select(end => Names[end])], alike, cells);
    }

    private bool AreAlike(int one, int other)
    {
        if (_cells[one, other] != _cells[other, one]) return false;
        for (var third = 0; third < Count; third++)
        {
            if (third != one && third != other && (_cells[one, third] != _cells[other, third] || _cells[third, one] != _cells[third, other])) return false;
        }

        return true;
    }

    private static Openness OpennessOf(ReachablePair pair) => pair.Allowed.IsAll ? Openness.EveryPort : !pair.Allowed.IsEmpty ? Openness.SomePorts : Openness.Undefined;

    private static List<GridGroup> GroupsOf(IReadOnlyList<string> names)
    {
        var groups = new List<GridGroup>();
        for (var i = 0; i < names.Count; i++)
        {
            if (groups.Count > 0 && groups[^1].Name == GroupOf(names[i])) groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            else groups.Add(new(GroupOf(names[i]), i, 1));
        }

        return groups;
    }

    private static int Rank(string name) => GroupOf(name) switch { Outside => 2, Nodes => 1, _ => 0 };

    private static string GroupOf(string name) =>
        name.StartsWith("node:", StringComparison.Ordinal) ? Nodes
        : name.StartsWith("cidr:", StringComparison.Ordinal) || name.StartsWith("dns:", StringComparison.Ordinal) ? Outside
        : name[..name.AsSpan().IndexOf('/')];
}
