using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Lint;

/// <summary>The spec of a policy as it is written, for what is gone once it is understood.</summary>
internal sealed class SpecView(Manifest manifest)
{
    private readonly ManifestMap _spec = manifest.Root["spec"] as ManifestMap ?? ManifestMap.Empty;

    public Place Place { get; } = PlaceIn(manifest.Root, "spec", Place.Root(manifest));

    public ManifestNode? this[string key] => _spec[key] is { } node and not ManifestNull ? node : null;

    public bool IsAbsentOrEmpty(string key) => this[key] is null or ManifestList { Count: 0 };

    /// <summary>Where a key of the spec stands; the spec itself when it is not written.</summary>
    public Place PlaceOf(string key) => PlaceIn(_spec, key, Place);

    /// <summary>The items of a list of maps, with their places.</summary>
    public IEnumerable<(ManifestMap Item, Place Place)> Items(string key) => ItemsOf(_spec, key, Place);

    public static IEnumerable<(ManifestMap Item, Place Place)> ItemsOf(ManifestMap map, string key, Place place) =>
        map[key] is ManifestList list
            ? list.Select((item, index) => (Item: item as ManifestMap, Place: PlaceIn(map, key, place).Item(index, item.Position))).Where(pair => pair.Item is not null).Select(pair => (pair.Item!, pair.Place))
            : [];

    private static Place PlaceIn(ManifestMap map, string key, Place place)
    {
        foreach (var entry in map)
        {
            if (entry.Key == key) return place.Field(key, entry.KeyPosition);
        }

        return place;
    }
}
