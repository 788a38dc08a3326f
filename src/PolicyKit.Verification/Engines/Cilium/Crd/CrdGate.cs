using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium.Crd;

/// <summary>
/// Input: an object and what its CRD demands. Output: the object as the API server stores it, or a reason why it refuses it. Promise: it
/// drops unknown fields and fields without a value as the API server does, and reports the former.
/// </summary>
internal sealed class CrdGate(ReadingLog log)
{
    public ManifestNode Store(CrdType type, ManifestNode node, Place place)
    {
        switch (type, node)
        {
            case (CrdType.Anything, _) or (CrdType.Truth, ManifestBoolean): return node;
            case (CrdType.Map map, ManifestMap value): return Store(map, value, place);
            case (CrdType.Items items, ManifestList value): return Store(items, value, place);
            case (CrdType.Texts texts, ManifestMap value):
                foreach (var entry in value) Store(texts.Value, entry.Value, place.Field(entry.Key, entry.KeyPosition));
                return node;
            case (CrdType.Text text, ManifestText value):
                Check(text, value.Value, place);
                return node;
            case (CrdType.WholeOrText, ManifestInteger): return node;
            case (CrdType.WholeOrText either, ManifestText value):
                Check(either.OfText, value.Value, place);
                return node;
            case (CrdType.Whole whole, ManifestInteger number):
                if (number.Value < whole.Least || number.Value > whole.Most) log.Reject(place, FormattableString.Invariant($"{number.Value} is not between {whole.Least} and {whole.Most}."));
                return node;
            default:
                var quotes = type is CrdType.Text && node is ManifestInteger or ManifestBoolean or ManifestDecimal;
                log.Reject(place, $"The field needs {Wanted(type)}, and there is a {node.KindName}.", quotes ? "Put it in quotes." : "");
                return node;
        }
    }

    private ManifestMap Store(CrdType.Map type, ManifestMap map, Place place)
    {
        var fields = type.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        var stored = new List<ManifestEntry>();
        foreach (var entry in map)
        {
            var at = place.Field(entry.Key, entry.KeyPosition.IsKnown ? entry.KeyPosition : entry.Value.Position);
            if (!fields.TryGetValue(entry.Key, out var field)) log.Prune(at, $"There is no field '{entry.Key}' here.", Nearest.To(entry.Key, fields.Keys) is { } near ? $"Did you mean '{near}'?" : $"Known here: {Listed(fields.Keys.Order(StringComparer.Ordinal))}.");
            else if (entry.Value is ManifestNull) log.Warn(at, "PK5007", "There is no value behind this key, so the API server drops it.", "Write a value, or leave the key out.");
            else stored.Add(entry with { Value = Store(field.Type, entry.Value, at) });
        }

        var result = new ManifestMap(stored, map.Position);
        Demand(type, name => result[name] is not null, place);
        return result;
    }

    private void Demand(CrdType.Map type, Func<string, bool> has, Place place)
    {
        foreach (var name in type.Required)
        {
            if (!has(name)) log.Reject(place, $"The field '{name}' is required here.", $"Write '{name}'.");
        }

        if (type.AtLeastOneOf.Length > 0 && !type.AtLeastOneOf.Any(has)) log.Reject(place, "There is nothing here that counts.", $"Write at least one of {Listed(type.AtLeastOneOf)}.");
        var written = type.ExactlyOneOf.Where(has).ToArray();
        if (type.ExactlyOneOf.Length == 0 || written.Length == 1) return;
        log.Reject(place, written.Length == 0 ? "There is nothing here that counts." : $"There are several things here: {string.Join(" and ", written)}.", $"Write exactly one of {Listed(type.ExactlyOneOf)}.");
    }

    private ManifestList Store(CrdType.Items type, ManifestList list, Place place)
    {
        if (list.Count < type.Least || list.Count > type.Most)
        {
            log.Reject(place, FormattableString.Invariant($"There are {list.Count} items here, and {Allowed(type)} are allowed."), list.Count > type.Most && type.Most > 0 ? "Split it." : "Leave the field out.");
        }

        if (type.Distinct && list.Distinct().Count() < list.Count) log.Reject(place, "An item is written twice.", "Write it once.");
        return new(list.Select((item, index) => Store(type.Item, item, place.Item(index, item.Position))).ToList(), list.Position);
    }

    private void Check(CrdType.Text type, string text, Place place)
    {
        if (type.Accepts is null || type.Accepts(text)) return;
        log.Reject(place, $"'{(text.Length <= 80 ? text : text[..80] + "…")}' cannot stand here.", type.Mend);
    }

    private static string Allowed(CrdType.Items type) => (type.Least, type.Most) switch
    {
        (_, int.MaxValue) => FormattableString.Invariant($"at least {type.Least}"),
        (0, _) => FormattableString.Invariant($"at most {type.Most}"),
        _ => FormattableString.Invariant($"{type.Least} to {type.Most}"),
    };

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Wanted(CrdType type) => type switch
    {
        CrdType.Truth => "true or false",
        CrdType.Whole => "a whole number",
        CrdType.Text => "a text",
        CrdType.WholeOrText => "a whole number or a text",
        CrdType.Items => "a list",
        CrdType.Map or CrdType.Texts => "a map",
        CrdType.Anything => throw new ArgumentException("Anything is as wanted.", nameof(type)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
