using System.Runtime.CompilerServices;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: a judge. Output: every two ends of its cluster between which a connection is possible, with the ports. Promise: it says for every
/// pair and port what the judge says when asked; the work grows with the pairs of ends that policies tell apart, not with all pairs.
/// </summary>
/// <remarks>
/// Ends are the pods, the nodes that the cluster names, the networks outside into which the mentioned networks cut all addresses, and the host
/// names that policies mention. Two ends of which none is a pod are left out, and so is an end with itself. Where two ends have both families
/// in common, the one of the first address of the source is asked.
/// </remarks>
public sealed class Reachability
{
    private readonly End[] _ends;
    private readonly DirectionTable _egress;
    private readonly DirectionTable _ingress;
    private readonly int[]?[] _rows;

    /// <summary>For each family the class of every end, below zero where it has no address of the family.</summary>
    private readonly int[][] _targets;
    private readonly int[] _pods;
    private readonly int[] _peersOnly;
    private readonly int[] _ofNodes;

    private Reachability(Judge judge, ReachabilityOptions options)
    {
        var leaves = Leaves.Of(judge.Program);
        var decisions = new Decisions(judge.Answers);
        var conditions = new Conditions(decisions, options.SourcePort);
        _ends = [.. Connecting.Ends.Of(judge.Cluster, leaves).OrderBy(end => end.Name, StringComparer.Ordinal)];
        var classes = EndClasses.Of(_ends, leaves, Leaves.Names(judge.Program), conditions);
        if (options.FoldOwners) _ends = OwnerFolding.Fold(_ends);
        _rows = new int[classes.Length][];
        var columns = new Columns(decisions, conditions, classes);
        _egress = new(judge.Program.Egress, classes, columns, decisions, conditions);
        _ingress = new(judge.Program.Ingress, classes, columns, decisions, conditions);
        Outcomes = new(decisions);
        _targets = [.. Enum.GetValues<IpFamily>().Select(family => Array.ConvertAll(_ends, end => end[family, own: false]))];
        _pods = Where(end => end.Endpoint.CanBeSubject);
        _peersOnly = Where(end => !end.Endpoint.CanBeSubject);
        _ofNodes = Where(end => end.IsOfNode);
    }

    /// <summary>Every pair with something allowed or undefined, sorted by source and destination; computed while it is read.</summary>
    public IEnumerable<ReachablePair> Pairs
    {
        get
        {
            var row = new int[_ends.Length];
            for (var from = 0; from < _ends.Length; from++)
            {
                Fill(from, row);
                for (var to = 0; to < row.Length; to++)
                {
                    if (row[to] == Outcomes.Impossible) continue;
                    var outcome = Outcomes[row[to]];
                    yield return new(_ends[from].Name, _ends[to].Name, outcome.Allowed, outcome.Undefined);
                }
            }
        }
    }

    /// <summary>The ends that are looked at, by name and sorted, whether or not something reaches them.</summary>
    public ValueArray<string> Ends => _ends.Select(end => end.Name).ToValueArray();

    internal Outcomes Outcomes { get; }

    internal IReadOnlyList<End> List => _ends;

    /// <summary>Finds what is possible in a judge's cluster.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="options">How to list it; the defaults when null.</param>
    /// <returns>The connections.</returns>
    public static Reachability Of(Judge judge, ReachabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(judge);
        return new(judge, options ?? new());
    }

    /// <summary>Writes the connections as JSON in UTF-8, one pair a line, while they are computed.</summary>
    /// <param name="utf8">Where to write; it is not closed.</param>
    /// <remarks>
    /// <c>connections</c> holds what is allowed, <c>undefined</c> what depends on open <c>questions</c>. The ports of a pair are <c>"all"</c>, or a list of protocols with their ports.
    /// </remarks>
    public void WriteJson(Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        new ConnectionsJson(this, utf8).Write();
    }

    /// <summary>Writes the connections as text, one pair a line, while they are computed.</summary>
    /// <param name="output">Where to write; it is not closed.</param>
    public void WriteText(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var pair in Pairs)
        {
            output.Write(pair.ToString());
            output.Write('\n');
        }
    }

    /// <summary>The outcome between one end and each other.</summary>
    internal void Fill(int from, int[] outcomes)
    {
        Array.Clear(outcomes);
        var source = _ends[from];
        if (source.IsName) return;

        // The first family of the source goes before the others, so it comes last.
        for (var i = source.Families.Length - 1; i >= 0; i--) Spread(Row(source[source.Families[i], own: false]), _targets[(int)source.Families[i]], outcomes);
        if (!source.Endpoint.CanBeSubject)
        {
            foreach (var to in _peersOnly) outcomes[to] = Outcomes.Impossible;
        }

        if (source.Endpoint.Node is { } node)
        {
            foreach (var to in !source.IsOfNode ? _ofNodes : source.Endpoint.CanBeSubject ? [.. _pods, .. _ofNodes] : _pods)
            {
                if (string.Equals(node, _ends[to].Endpoint.Node, StringComparison.Ordinal)) outcomes[to] = OnOneNode(source, _ends[to]);
            }
        }

        outcomes[from] = Outcomes.Impossible;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread(int[] row, int[] targets, int[] outcomes)
    {
        for (var to = 0; to < outcomes.Length; to++)
        {
            if (targets[to] >= 0) outcomes[to] = row[targets[to]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Row(int from)
    {
        if (_rows[from] is { } known) return known;
        var outcomes = new int[_rows.Length];
        var egress = _egress.Row(from);
        for (var to = 0; to < outcomes.Length; to++)
        {
            var source = egress is null ? Decisions.Always : egress[to];
            if (source != Decisions.Never) outcomes[to] = Outcomes.Of(source, _ingress.Row(to) is { } ingress ? ingress[from] : Decisions.Always);
        }

        return _rows[from] = outcomes;
    }

    /// <summary>A subject never is its own node; as a peer an end may be.</summary>
    private int OnOneNode(End source, End target)
    {
        foreach (var family in source.Families)
        {
            if (Array.IndexOf(target.Families, family) < 0) continue;
            return Outcomes.Of(
                _egress.Row(source[family, own: false]) is { } egress ? egress[target[family, own: true]] : Decisions.Always,
                _ingress.Row(target[family, own: false]) is { } ingress ? ingress[source[family, own: true]] : Decisions.Always);
        }

        return Outcomes.Impossible;
    }

    private int[] Where(Func<End, bool> holds) => [.. Enumerable.Range(0, _ends.Length).Where(end => holds(_ends[end]))];
}
