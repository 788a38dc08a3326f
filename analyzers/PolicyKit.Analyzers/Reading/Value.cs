using System.Diagnostics.CodeAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>All that an expression can be, one alternative for each way that some path makes it; or unknown.</summary>
/// <remarks>
/// INVARIANT (silence): what is not understood is <see cref="Unknown"/>, and whatever is made of it is unknown too, so nothing is ever reported of it.
/// INVARIANT (finite): alternatives are distinct and at most <see cref="Most"/>, so that every fixed point is reached.
/// </remarks>
internal sealed class Value : IEquatable<Value>
{
    private const int Most = 256;

    private readonly Known[]? _alternatives;

    private Value(Known[]? alternatives) => _alternatives = alternatives;

    internal static Value Unknown { get; } = new(null);

    /// <summary>Before anything was assigned: what no path reaches.</summary>
    internal static Value None { get; } = new([]);

    [MemberNotNullWhen(false, nameof(_alternatives))]
    internal bool IsUnknown => _alternatives is null;

    /// <summary>The alternatives; none while they are unknown.</summary>
    internal Known[] Alternatives => _alternatives ?? [];

    internal static Value Of(Known only) => new([only]);

    internal static Value Of(object? constant) => Of(new Known.Constant(constant));

    /// <summary>The distinct alternatives; null among them is none.</summary>
    internal static Value OfAll(IEnumerable<Known?> alternatives)
    {
        var kept = new List<Known>();
        foreach (var one in alternatives)
        {
            if (one is null) continue;
            var alike = IndexOfAlike(kept, one);
            if (alike >= 0)
            {
                kept[alike] = kept[alike].Merged(one);
                continue;
            }

            if (kept.Count == Most) return Unknown;
            kept.Add(one);
        }

        return new([.. kept]);
    }

    internal Value Or(Value other)
    {
        if (ReferenceEquals(this, other) || IsUnknown) return this;
        if (other.IsUnknown) return other;
        if (_alternatives.Length == 1 && other._alternatives.Length == 1 && _alternatives[0].IsAlike(other._alternatives[0]))
        {
            var merged = _alternatives[0].Merged(other._alternatives[0]);
            return ReferenceEquals(merged, _alternatives[0]) || merged.Equals(_alternatives[0]) ? this : Of(merged);
        }

        var joined = OfAll(_alternatives.Concat(other._alternatives));
        return joined.IsUnknown || !joined.Equals(this) ? joined : this;
    }

    /// <summary>What a function makes of each alternative of one form. Null would have thrown, so it makes nothing; any other form is not understood.</summary>
    internal Value Map<T>(Func<T, Known?> change)
        where T : Known
    {
        if (IsUnknown) return this;
        foreach (var one in _alternatives)
        {
            if (one is not T and not Known.Constant { Content: null }) return Unknown;
        }

        return _alternatives.Length == 1
            ? _alternatives[0] is T only && change(only) is { } made ? Of(made) : None
            : OfAll(_alternatives.OfType<T>().Select(change));
    }

    /// <summary>What a function makes of each alternative of this value with each one of another; where the other is unknown, of null.</summary>
    internal Value Map<T, TOther>(Value other, Func<T, TOther?, Known?> change)
        where T : Known
        where TOther : Known
    {
        // Nearly always there is one of each, and then nothing has to be made but the result.
        if (_alternatives is [T first] && other._alternatives is [TOther second]) return change(first, second) is { } only ? Of(only) : None;
        return MapAll(other, change);
    }

    private Value MapAll<T, TOther>(Value other, Func<T, TOther?, Known?> change)
        where T : Known
        where TOther : Known
    {
        if (other.IsUnknown) return Map<T>(one => change(one, null));
        if (other._alternatives is [TOther only]) return Map<T>(one => change(one, only));

        var made = None;
        foreach (var second in other._alternatives)
        {
            if (second is TOther known) made = made.Or(Map<T>(one => change(one, known)));
            else if (second is not Known.Constant { Content: null }) made = Unknown;
        }

        return made;
    }

    private static int IndexOfAlike(List<Known> kept, Known one)
    {
        for (var at = 0; at < kept.Count; at++)
        {
            if (one.IsAlike(kept[at])) return at;
        }

        return -1;
    }

    /// <summary>Whether both are the same but for details.</summary>
    internal bool IsAlike(Value other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (IsUnknown || other.IsUnknown || _alternatives.Length != other._alternatives.Length) return IsUnknown && other.IsUnknown;
        if (_alternatives.Length == 1) return _alternatives[0].IsAlike(other._alternatives[0]);
        foreach (var one in _alternatives)
        {
            if (!Array.Exists(other._alternatives, one.IsAlike)) return false;
        }

        return true;
    }

    internal static bool AreAlike(Value[] some, Value[] others)
    {
        if (some.Length != others.Length) return false;
        for (var at = 0; at < some.Length; at++)
        {
            if (!some[at].IsAlike(others[at])) return false;
        }

        return true;
    }

    internal static Value[] Merged(Value[] some, Value[] others) => [.. some.Select((one, at) => one.Or(others[at]))];

    /// <summary>Whether it is this constant on every path.</summary>
    internal bool Is(object? constant) =>
        !IsUnknown && _alternatives.Length == 1 && _alternatives[0] is Known.Constant only && Equals(only.Content, constant);

    /// <summary>The only text it can be, or null.</summary>
    internal string? OnlyText => !IsUnknown && _alternatives.Length == 1 && _alternatives[0] is Known.Constant { Content: string text } ? text : null;

    public bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || IsUnknown || other.IsUnknown || _alternatives.Length != other._alternatives.Length) return false;
        foreach (var one in _alternatives)
        {
            if (Array.IndexOf(other._alternatives, one) < 0) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Value);

    public override int GetHashCode() => IsUnknown ? -1 : _alternatives.Length == 1 ? _alternatives[0].GetHashCode() : _alternatives.Length;
}
