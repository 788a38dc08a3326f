namespace PolicyKit.Verification.Connecting;

/// <summary>Splits members into groups that no condition tells apart, one condition at a time.</summary>
internal sealed class Partition(int members)
{
    private readonly int[] _group = new int[members];
    private readonly Dictionary<(int Group, int Value), int> _next = [];
    private int _groups = 1;

    /// <summary>Tells members apart by a value; most conditions hold for few members, and those for which they do not stay where they are.</summary>
    public void Split(ReadOnlySpan<int> values)
    {
        _next.Clear();
        for (var member = 0; member < values.Length; member++)
        {
            if (values[member] == Decisions.Never) continue;
            var key = (_group[member], values[member]);
            if (!_next.TryGetValue(key, out var next)) _next.Add(key, next = _groups++);
            _group[member] = next;
        }
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
}
