using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What the variables and the compiler's own temporaries hold at one point of a walk. Immutable.</summary>
/// <remarks>INVARIANT (join): a slot that is missing was not reached by any assignment, so a join takes the other side; reading it gives unknown.</remarks>
internal sealed class Slots : IEquatable<Slots>
{
    private readonly ImmutableDictionary<object, Value> _values;

    private Slots(ImmutableDictionary<object, Value> values) => _values = values;

    internal static Slots Empty { get; } = new(ImmutableDictionary<object, Value>.Empty);

    internal Value this[object slot] => _values.TryGetValue(slot, out var value) ? value : Value.Unknown;

    internal Slots With(object slot, Value value) => new(_values.SetItem(slot, value));

    internal Slots Without<T>(IEnumerable<T> slots)
        where T : notnull
    {
        var left = _values;
        foreach (var slot in slots) left = left.Remove(slot);
        return ReferenceEquals(left, _values) ? this : new(left);
    }

    public bool Equals(Slots? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || _values.Count != other._values.Count) return false;
        foreach (var pair in _values)
        {
            if (!other._values.TryGetValue(pair.Key, out var value) || !pair.Value.Equals(value)) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Slots);

    /// <summary>Whether both hold the same but for details.</summary>
    internal bool IsAlike(Slots other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (_values.Count != other._values.Count) return false;
        foreach (var pair in _values)
        {
            if (!other._values.TryGetValue(pair.Key, out var value) || !pair.Value.IsAlike(value)) return false;
        }

        return true;
    }

    public override int GetHashCode() => _values.Count;

    internal Slots Or(Slots other)
    {
        var joined = _values;
        foreach (var pair in other._values)
        {
            var both = joined.TryGetValue(pair.Key, out var here) ? here.Or(pair.Value) : pair.Value;
            if (!ReferenceEquals(both, here)) joined = joined.SetItem(pair.Key, both);
        }

        return ReferenceEquals(joined, _values) ? this : new(joined);
    }
}
