namespace PolicyKit.Analyzers.Reading;

/// <summary>The states in which paths arrive at one block.</summary>
/// <remarks>
/// INVARIANT (paths): states of different paths stay apart, so that what one branch did to two variables is not mixed with what the other did.
/// States are few, since they hold only what the rules ask, and those that differ in details are one; past <see cref="Most"/> they are joined into one, which mixes but never loses any.
/// </remarks>
internal sealed class Arrivals
{
    private const int Most = 64;

    private readonly List<Slots> _seen = new(1);
    private int _taken;
    private bool _isJoined;

    /// <summary>Adds a state.</summary>
    /// <returns>Whether it was not there yet.</returns>
    internal bool Add(Slots state)
    {
        if (_isJoined)
        {
            var joined = _seen[0].Or(state);
            if (ReferenceEquals(joined, _seen[0])) return false;
            state = joined;
            Clear();
        }
        else if (IndexOfAlike(state) is >= 0 and var alike)
        {
            var merged = _seen[alike].Or(state);
            if (ReferenceEquals(merged, _seen[alike])) return false;
            _seen.RemoveAt(alike);
            if (alike < _taken) _taken--;
            state = merged;
        }
        else if (_seen.Count == Most)
        {
            state = _seen.Aggregate(state, (all, one) => all.Or(one));
            _isJoined = true;
            Clear();
        }

        _seen.Add(state);
        return true;
    }

    /// <summary>A state that was not taken yet, those first that came first; null when there is none.</summary>
    internal Slots? Take() => _taken < _seen.Count ? _seen[_taken++] : null;

    private void Clear()
    {
        _seen.Clear();
        _taken = 0;
    }

    private int IndexOfAlike(Slots state)
    {
        for (var at = 0; at < _seen.Count; at++)
        {
            if (state.IsAlike(_seen[at])) return at;
        }

        return -1;
    }
}
