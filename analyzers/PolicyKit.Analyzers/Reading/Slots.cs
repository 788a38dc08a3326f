using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What the variables and the compiler's own temporaries hold at one point of a walk. Immutable.</summary>
/// <remarks>INVARIANT (join): a slot that is missing was not reached by any assignment, so a join takes the other side; reading it gives unknown.</remarks>
internal sealed class Slots
{
    private readonly ImmutableDictionary<object, Value> _values;

    private Slots(ImmutableDictionary<object, Value> values) => _values = values;

    internal static Slots Empty { get; } = new(ImmutableDictionary<object, Value>.Empty);

    internal Value this[object slot] => _values.TryGetValue(slot, out var value) ? value : Value.Unknown;

    internal Slots With(object slot, Value value) => new(_values.SetItem(slot, value));

    internal Slots Or(Slots other)
    {
        var joined = _values;
        foreach (var (slot, value) in other._values.Select(pair => (pair.Key, pair.Value)))
        {
            var both = joined.TryGetValue(slot, out var here) ? here.Or(value) : value;
            if (!ReferenceEquals(both, here)) joined = joined.SetItem(slot, both);
        }

        return ReferenceEquals(joined, _values) ? this : new(joined);
    }
}
