using System.Runtime.CompilerServices;

namespace PolicyKit.Verification.Connecting;

/// <summary>A number for each of some pairs of numbers that are not negative.</summary>
/// <remarks>
/// The inner loops do little else than look up here. A dictionary of the framework is compiled slowly at first for keys of such a kind,
/// and a process that lists connections is over before it is compiled well.
/// </remarks>
internal sealed class PairMap
{
    private long[] _keys = new long[256];
    private int[] _values = new int[256];
    private int _count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(int left, int right, out int value)
    {
        var keys = _keys;
        var key = KeyOf(left, right);
        for (var at = Start(key, keys.Length); ; at = (at + 1) & (keys.Length - 1))
        {
            if (keys[at] == key)
            {
                value = _values[at];
                return true;
            }

            if (keys[at] != 0) continue;
            value = 0;
            return false;
        }
    }

    /// <summary>Adds a pair that is not there yet.</summary>
    public int Add(int left, int right, int value)
    {
        if (++_count * 2 > _keys.Length) Grow();
        Put(KeyOf(left, right), value);
        return value;
    }

    public void Clear()
    {
        if (_count > 0) Array.Clear(_keys);
        _count = 0;
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        _keys = new long[keys.Length * 2];
        _values = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0) Put(keys[i], values[i]);
        }
    }

    private void Put(long key, int value)
    {
        var at = Start(key, _keys.Length);
        while (_keys[at] != 0) at = (at + 1) & (_keys.Length - 1);
        _keys[at] = key;
        _values[at] = value;
    }

    /// <summary>Never zero, which is an empty place.</summary>
    private static long KeyOf(int left, int right) => ((long)left << 32) + right + 1;

    private static int Start(long key, int length) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 40) & (length - 1);
}
