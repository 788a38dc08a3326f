using System.Diagnostics;

namespace PolicyKit.Manifests;

/// <summary>Input: a manifest tree. Output: the same as dictionaries, lists and simple values, for libraries that take those.</summary>
internal static class PlainObjects
{
    public static Dictionary<string, object?> FromMap(ManifestMap map)
    {
        var dictionary = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (ref readonly var entry in map.AsSpan()) dictionary.Add(entry.Key, FromNode(entry.Value));
        return dictionary;
    }

    private static object? FromNode(ManifestNode node) => node switch
    {
        ManifestMap map => FromMap(map),
        ManifestList list => list.Select(FromNode).ToList(),
        ManifestText text => text.Value,
        ManifestInteger number => number.Value,
        ManifestDecimal number => number.Value,
        ManifestBoolean truth => truth.Value,
        ManifestNull => null,
        _ => throw new UnreachableException(),
    };
}
