using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Puts sets and rows together from their parts.</summary>
internal static class Sets
{
    /// <summary>A set of entries and of the entries of spread sets; unknown as soon as a part is.</summary>
    internal static Value Of((Value Items, bool IsSpread)[] parts)
    {
        var set = Value.Of(new Known.Set([]));
        foreach (var (items, isMarkedSpread) in parts)
        {
            // An entry that is no policy (Namespace("x").Owned()) is a set of none.
            var isSpread = isMarkedSpread || items.Alternatives is [Known.Set];
            var entry = isSpread ? items : items.Map<Known.Policy>(policy => policy);
            if (entry.IsUnknown) return Value.Unknown;
            set = isSpread ? Spread(set, entry) : entry.Alternatives.Length == 0 ? Value.None : set.Map<Known.Set>(one => WithEntry(one, entry));
        }

        return set;
    }

    /// <summary>A row of items and of the items of spread rows.</summary>
    internal static Value RowOf((Value Items, bool IsSpread)[] parts)
    {
        var row = new List<Value>();
        foreach (var (items, isSpread) in parts)
        {
            if (!isSpread) row.Add(items);
            else if (items.Alternatives is [Known.Row only]) row.AddRange(only.Items);
            else if (items.Alternatives is [Known.Set set]) row.AddRange(set.Entries);
            else return Value.Unknown;
        }

        return Value.Of(new Known.Row([.. row]));
    }

    /// <summary>The same change to every policy: to this one, or to each of a set.</summary>
    internal static Value EachPolicy(Value value, Func<Known.Policy, Known.Policy> change) =>
        value.Alternatives.Any(one => one is Known.Set)
            ? value.Map<Known.Set>(set => new Known.Set([.. set.Entries.Select(entry => entry.Map(change))]))
            : value.Map(change);

    private static Value Spread(Value set, Value items)
    {
        var all = Value.None;
        foreach (var one in items.Alternatives)
        {
            if (one is not Known.Set and not Known.Row) return Value.Unknown;
            var entries = one is Known.Set other ? other.Entries : ((Known.Row)one).Items;
            if (entries.Any(entry => entry.IsUnknown)) return Value.Unknown;
            all = all.Or(set.Map<Known.Set>(before => entries.Aggregate(before, WithEntry)));
        }

        return all;
    }

    // INVARIANT (finite sets): an entry that is there already, with all its variants, is not added again; a loop would never come to rest.
    private static Known.Set WithEntry(Known.Set set, Value entry) => set.Entries.Contains(entry) ? set : new([.. set.Entries, entry]);
}
