using System.Text.Json;
using PolicyKit.Manifests;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>Manifest trees from JSON values, for tests.</summary>
internal static class JsonTrees
{
    public static ManifestNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new ManifestMap(element.EnumerateObject().Select(property => new ManifestEntry(property.Name, Node(property.Value)))),
        JsonValueKind.Array => new ManifestList(element.EnumerateArray().Select(Node)),
        JsonValueKind.String => new ManifestText(element.GetString()!),
        JsonValueKind.Number => element.TryGetInt64(out var number) ? new ManifestInteger(number) : new ManifestDecimal(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new ManifestBoolean(element.GetBoolean()),
        _ => new ManifestNull(),
    };
}
