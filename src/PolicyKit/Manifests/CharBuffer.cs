using System.Buffers;
using System.Globalization;

namespace PolicyKit.Manifests;

/// <summary>
/// Characters on their way out: in a rented array that is handed to the target whenever it is full, or that grows when there is no
/// target and the text is wanted as a whole. Numbers are written the same under every culture.
/// </summary>
internal sealed class CharBuffer(TextWriter? target = null) : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int _length;

    public void Append(char character)
    {
        if (_length == _chars.Length) MakeRoom(1);
        _chars[_length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    public void AppendSpaces(int count)
    {
        Reserve(count)[..count].Fill(' ');
        _length += count;
    }

    public void Append(long number)
    {
        number.TryFormat(Reserve(20), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>
    /// INVARIANT (decimals stay decimals): there is always a point, and always a sign in the exponent, so that YAML 1.1, YAML 1.2 and
    /// JSON all read a number with a fraction: <c>1.0</c>, <c>1.0e+20</c>.
    /// </summary>
    public void Append(double number)
    {
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var written, "R", CultureInfo.InvariantCulture);
        digits = digits[..written];
        var exponent = digits.IndexOf('E');
        var mantissa = exponent < 0 ? digits : digits[..exponent];
        Append(mantissa);
        if (!mantissa.Contains('.')) Append(".0");
        if (exponent < 0) return;
        Append('e');
        Append(digits[(exponent + 1)..]);
    }

    public void Flush()
    {
        target?.Write(_chars, 0, _length);
        _length = 0;
    }

    public override string ToString() => new(_chars, 0, _length);

    public void Dispose() => ArrayPool<char>.Shared.Return(_chars);

    private Span<char> Reserve(int count)
    {
        if (_chars.Length - _length < count) MakeRoom(count);
        return _chars.AsSpan(_length);
    }

    private void MakeRoom(int count)
    {
        if (target is not null) Flush();
        if (_chars.Length - _length >= count) return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _chars.Length, _length + count));
        _chars.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
