using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Comparing;

/// <summary>Input: the connections before and after. Output: those that differ. Promise: networks outside are compared address by address, however each side cuts them.</summary>
internal sealed class Comparison
{
    private Comparison(IReadOnlyList<Change> changes) => Changes = changes;

    /// <summary>Everything that differs, sorted by source and destination.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>The result in a word: equal, wider, narrower, or different.</summary>
    public string Word
    {
        get
        {
            var gains = Changes.Any(change => !change.Gained.IsEmpty);
            var loses = Changes.Any(change => !change.Lost.IsEmpty);
            return Changes.Any(change => change.IsUncertain) || (gains && loses) ? "different" : gains ? "wider" : loses ? "narrower" : "equal";
        }
    }

    public static Comparison Of(Reachability before, Reachability after)
    {
        var (old, @new) = (Split(before), Split(after));
        var named = old.Named.Keys.Union(@new.Named.Keys).Select(key => new Change(key.From, key.To, old.Named.GetValueOrDefault(key, Reach.Nothing), @new.Named.GetValueOrDefault(key, Reach.Nothing)));
        var outside = old.Outside.Keys.Union(@new.Outside.Keys).SelectMany(key => NetworkChanges.Between(key.Pod, key.IsSource, old.Outside.GetValueOrDefault(key, []), @new.Outside.GetValueOrDefault(key, [])));
        return new([.. named.Concat(outside).Where(change => !change.Before.Equals(change.After)).OrderBy(change => change.From, StringComparer.Ordinal).ThenBy(change => change.To, StringComparer.Ordinal)]);
    }

    private static Pairs Split(Reachability reachability)
    {
        var pairs = new Pairs([], []);
        foreach (var pair in reachability.Pairs)
        {
            if (NetworkChanges.IsNetwork(pair.From)) Add(pair.To, isSource: false, pair.From, pair);
            else if (NetworkChanges.IsNetwork(pair.To)) Add(pair.From, isSource: true, pair.To, pair);
            else pairs.Named[(pair.From, pair.To)] = Reach.Of(pair);
        }

        return pairs;

        void Add(string pod, bool isSource, string network, ReachablePair pair)
        {
            if (!pairs.Outside.TryGetValue((pod, isSource), out var blocks)) pairs.Outside[(pod, isSource)] = blocks = [];
            blocks.Add((network, Reach.Of(pair)));
        }
    }

    private sealed record Pairs(Dictionary<(string From, string To), Reach> Named, Dictionary<(string Pod, bool IsSource), List<(string Network, Reach Reach)>> Outside);
}
