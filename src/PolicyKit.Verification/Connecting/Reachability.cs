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
    private readonly int _classes;

    private Reachability(Judge judge, ReachabilityOptions options)
    {
        var leaves = Leaves.Of(judge.Program);
        var decisions = new Decisions(judge.Answers);
        var conditions = new Conditions(decisions, options.SourcePort);
        _ends = [.. Ends.Of(judge.Cluster, leaves).OrderBy(end => end.Name, StringComparer.Ordinal)];
        var classes = EndClasses.Of(_ends, leaves, Leaves.Names(judge.Program), conditions);
        if (options.FoldOwners) _ends = OwnerFolding.Fold(_ends);
        _classes = classes.Length;
        var columns = new Columns(decisions, conditions, classes);
        _egress = new(judge.Program.Egress, classes, columns, decisions, conditions);
        _ingress = new(judge.Program.Ingress, classes, columns, decisions, conditions);
        Outcomes = new(decisions);
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
        var source = _ends[from];
        var rows = new int[2][];
        for (var to = 0; to < outcomes.Length; to++)
        {
            var target = _ends[to];
            outcomes[to] = Outcomes.Impossible;
            if (to == from || !(source.Endpoint.CanBeSubject || target.Endpoint.CanBeSubject) || source.IsName || Common(source, target) is not { } family) continue;
            var own = (source.IsOfNode || target.IsOfNode) && source.Endpoint.Node is { } node && string.Equals(node, target.Endpoint.Node, StringComparison.Ordinal);
            outcomes[to] = own ? Between(source, target, family, own) : (rows[(int)family] ??= Row(source[family, false]))[target[family, false]];
        }
    }

    private int[] Row(int from)
    {
        var outcomes = new int[_classes];
        var egress = _egress.Row(from);
        for (var to = 0; to < outcomes.Length; to++)
        {
            outcomes[to] = Outcomes.Of(egress is null ? Decisions.Always : egress[to], _ingress.Row(to) is { } ingress ? ingress[from] : Decisions.Always);
        }

        return outcomes;
    }

    /// <summary>A subject never is its own node; as a peer an end may be.</summary>
    private int Between(End source, End target, IpFamily family, bool own) =>
        Outcomes.Of(
            _egress.Row(source[family, false]) is { } egress ? egress[target[family, own]] : Decisions.Always,
            _ingress.Row(target[family, false]) is { } ingress ? ingress[source[family, own]] : Decisions.Always);

    private static IpFamily? Common(End source, End target)
    {
        foreach (var family in source.Families)
        {
            if (Array.IndexOf(target.Families, family) >= 0) return family;
        }

        return null;
    }
}
