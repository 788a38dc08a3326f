using System.Runtime.CompilerServices;

namespace PolicyKit.Verification.Connecting;

/// <summary>Splits members into groups that no condition tells apart, one condition at a time.</summary>
internal sealed class Partition(int members)
{
    private readonly int[] _group = new int[members];
    private readonly PairMap _others = new();

    /// <summary>For each group where its members go for which the condition always holds, from <see cref="_since"/> on.</summary>
    private int[] _always = new int[16];
    private int _since;
    private int _groups = 1;

    /// <summary>Tells members apart by a value; those with the value <see cref="Decisions.Never"/> stay where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Split(ReadOnlySpan<int> values)
    {
        Begin();
        for (var member = 0; member < values.Length; member++) Move(member, values[member]);
    }

    /// <summary>Tells members apart by a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Split(Column column)
    {
        Begin();
        var values = column.Values;
        foreach (var member in column.Holds) Move(member, values[member]);
    }

    /// <summary>The group of every member, numbered in the order of their first members, and the first member of every group.</summary>
    public (int[] GroupOf, int[] First) Groups()
    {
        var numbers = new int[_groups];
        var first = new List<int>();
        var groupOf = new int[_group.Length];
        for (var member = 0; member < _group.Length; member++)
        {
            ref var number = ref numbers[_group[member]];
            if (number == 0)
            {
                first.Add(member);
                number = first.Count;
            }

            groupOf[member] = number - 1;
        }

        return (groupOf, [.. first]);
    }

    private void Begin()
    {
        _since = _groups;
        _others.Clear();
    }

    private void Move(int member, int value)
    {
        if (value != Decisions.Never) _group[member] = value == Decisions.Always ? NextOfAlways(_group[member]) : NextOf(_group[member], value);
    }

    /// <summary>INVARIANT (since): a number below <see cref="_since"/> is from an earlier condition, and means nothing.</summary>
    private int NextOfAlways(int group)
    {
        if (group >= _always.Length) Array.Resize(ref _always, Math.Max(group + 1, _always.Length * 2));
        return _always[group] >= _since ? _always[group] : _always[group] = _groups++;
    }

    private int NextOf(int group, int value) => _others.TryGet(group, value, out var next) ? next : _others.Add(group, value, _groups++);
}
