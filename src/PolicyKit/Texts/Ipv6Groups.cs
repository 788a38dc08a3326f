// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>The groups of an IPv6 address while it is read: those before "::" and those behind it.</summary>
internal struct Ipv6Groups
{
    private ulong _headHigh;
    private ulong _headLow;
    private ulong _tailHigh;
    private ulong _tailLow;
    private int _head;
    private int _tail;
    private bool _compressed;

    /// <summary>Takes the next group. Beyond eight they are only counted, for the message.</summary>
    internal void Add(uint group)
    {
        if (_compressed)
        {
            Push(ref _tailHigh, ref _tailLow, group);
            _tail++;
        }
        else
        {
            Push(ref _headHigh, ref _headLow, group);
            _head++;
        }
    }

    /// <summary>Takes a "::"; false when there was one already.</summary>
    internal bool Compress()
    {
        var first = !_compressed;
        _compressed = true;
        return first;
    }

    /// <summary>Why these are not the groups of one address, or null when they are.</summary>
    internal readonly Refusal? WrongCount(string text, int end)
    {
        var count = _head + _tail;
        if (_compressed ? count < 8 : count == 8) return null;

        var what = _compressed
            ? FormattableString.Invariant($"{UserWords.Quote(text)} has {count} groups and a '::', and an IPv6 address has eight groups with the zeros that '::' stands for.")
            : FormattableString.Invariant($"{UserWords.Quote(text)} has {count} groups, and an IPv6 address has eight.");
        return count < 8 ? CidrReader.Corrected(what, text.Insert(end, "::")) : new(what, CidrReader.ExampleMend);
    }

    /// <summary>Whether "::" was written exactly for the given run of zero groups, or not at all.</summary>
    internal readonly bool IsCompressedAs((int Start, int Length) run) => !_compressed || (run.Start == _head && run.Length == 8 - _head - _tail);

    /// <summary>The address that the groups make.</summary>
    internal readonly void Join(out ulong high, out ulong low)
    {
        high = _headHigh;
        low = _headLow;
        for (var place = _head; place < 8; place++) Push(ref high, ref low, 0);
        high |= _tailHigh;
        low |= _tailLow;
    }

    private static void Push(ref ulong high, ref ulong low, uint group)
    {
        high = (high << 16) | (low >> 48);
        low = (low << 16) | group;
    }
}
