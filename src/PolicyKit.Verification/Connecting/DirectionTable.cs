using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: one direction of a program, and the classes of ends. Output: for a class of subjects what each class of peers may. Promise: the
/// program is run once for each two classes that its conditions tell apart, not for each two ends.
/// </summary>
internal sealed class DirectionTable
{
    private readonly ColumnProgram _program;
    private readonly Appearance[] _classes;
    private readonly Columns _columns;
    private readonly Decisions _decisions;
    private readonly Conditions _conditions;
    private readonly int[] _subjectOf;
    private readonly int[] _first;
    private readonly int[]?[] _rows;

    public DirectionTable(DirectionProgram program, Appearance[] classes, Columns columns, Decisions decisions, Conditions conditions)
    {
        _program = ColumnProgram.Of(program, columns);
        _classes = classes;
        _columns = columns;
        _decisions = decisions;
        _conditions = conditions;
        var subjects = new Partition(classes.Length);
        foreach (var column in SubjectColumns().Distinct()) subjects.Split(column);
        (_subjectOf, _first) = subjects.Groups();
        _rows = new int[_first.Length][];
    }

    /// <summary>For a class of subjects: what each class of peers may, or null where the class is never a subject and everything is allowed.</summary>
    public int[]? Row(int subject) => _classes[subject].End.CanBeSubject ? _rows[_subjectOf[subject]] ??= Compute(_first[_subjectOf[subject]]) : null;

    private IEnumerable<int[]> SubjectColumns()
    {
        yield return Array.ConvertAll(_classes, end => end.End.CanBeSubject ? Decisions.Always : Decisions.Never);
        foreach (var ending in _program.Tiers.SelectMany(tier => tier.Endings).Concat(_program.Endings)) yield return ending.Subject;
        foreach (var block in _program.Blocks)
        {
            yield return block.Subject;
            foreach (var rule in block.Rules) yield return rule.Own;
        }

        foreach (var named in _program.Blocks.SelectMany(block => block.Rules).SelectMany(rule => Names(rule, Side.Subject)).Distinct()) yield return _columns.Of(named);
    }

    private int[] Compute(int subject)
    {
        var program = _program.For(subject);
        var rules = program.Blocks.SelectMany(block => block.Rules).ToList();
        var peers = new Partition(_classes.Length);
        peers.Split(Array.ConvertAll(_classes, end => end.Address.Family == IpFamily.V6 ? Decisions.Always : Decisions.Never));
        foreach (var column in rules.Select(rule => rule.Peer).Distinct()) peers.Split(column);
        foreach (var named in rules.SelectMany(rule => Names(rule, Side.Peer)).Distinct()) peers.Split(_columns.Of(named));
        var (groupOf, first) = peers.Groups();
        var allowed = Array.ConvertAll(first, peer => new SymbolicRun(program, _decisions, traffic => _conditions.OnTraffic(traffic, _classes[subject], _classes[peer]), subject, peer).Allowed());
        return Array.ConvertAll(groupOf, group => allowed[group]);
    }

    private static IEnumerable<TrafficPredicate.NamedPort> Names(ColumnRule rule, Side side) => TrafficParts.NamedPorts(rule.Traffic).Where(named => named.DeclaredBy == side);
}
