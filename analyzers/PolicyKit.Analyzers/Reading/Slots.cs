namespace PolicyKit.Analyzers.Reading;

/// <summary>What the variables and the compiler's own temporaries hold at one point of a walk. Immutable.</summary>
/// <remarks>INVARIANT (join): a slot that is missing was not reached by any assignment, so a join takes the other side; reading it gives unknown.</remarks>
internal sealed class Slots
{
    private readonly Value?[] _values;

    private Slots(Value?[] values) => _values = values;

    internal static Slots Empty { get; } = new([]);

    internal Value this[int slot] => At(slot) ?? Value.Unknown;

    internal Slots With(int slot, Value value) => Set(slot, value);

    internal Slots Without(int slot) => Set(slot, null);

    /// <summary>Whether both hold the same but for details.</summary>
    internal bool IsAlike(Slots other)
    {
        if (ReferenceEquals(this, other)) return true;
        for (var slot = Math.Max(_values.Length, other._values.Length) - 1; slot >= 0; slot--)
        {
            var (here, there) = (At(slot), other.At(slot));
            if (!ReferenceEquals(here, there) && (here is null || there is null || !here.IsAlike(there))) return false;
        }

        return true;
    }

    internal Slots Or(Slots other)
    {
        var joined = this;
        for (var slot = 0; slot < other._values.Length; slot++)
        {
            if (other._values[slot] is { } there) joined = joined.Set(slot, At(slot)?.Or(there) ?? there);
        }

        return joined;
    }

    private Value? At(int slot) => slot < _values.Length ? _values[slot] : null;

    private Slots Set(int slot, Value? value)
    {
        if (ReferenceEquals(At(slot), value)) return this;
        var values = new Value?[Math.Max(_values.Length, slot + 1)];
        _values.CopyTo(values, 0);
        values[slot] = value;
        return new(values);
    }
}
