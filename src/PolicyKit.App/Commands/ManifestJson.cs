using PolicyKit.Manifests;

namespace PolicyKit.App.Commands;

/// <summary>Manifests as one JSON object that kubectl takes.</summary>
internal static class ManifestJson
{
    public static void Write(IEnumerable<Manifest> manifests, TextWriter output)
    {
        var items = manifests.Select(manifest => manifest.ToJson(indented: false)).ToList();
        output.Write("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
        output.Write(string.Join(",\n", items));
        output.Write("]}\n");
    }
}
