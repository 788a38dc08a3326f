using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Short words for building manifest trees.</summary>
internal static class Nodes
{
    public static readonly ManifestText Tcp = new("TCP");
    public static readonly ManifestText Udp = new("UDP");
    public static readonly ManifestText Sctp = new("SCTP");

    public static ManifestMap Map(params ReadOnlySpan<(string Key, ManifestNode Value)> entries)
    {
        var array = new ManifestEntry[entries.Length];
        for (var i = 0; i < array.Length; i++) array[i] = new(entries[i].Key, entries[i].Value);
        return ManifestMap.Trusted(array);
    }

    public static ManifestMap MapOf(IEnumerable<ManifestEntry> entries) => ManifestMap.Trusted([.. entries]);

    public static ManifestList List(params ManifestNode[] items) => ManifestList.Trusted(items);

    public static ManifestList ListOf(IEnumerable<ManifestNode> items) => ManifestList.Trusted([.. items]);

    public static ManifestList Texts<T>(IEnumerable<T> items) => ManifestList.Trusted([.. items.Select(item => (ManifestNode)new ManifestText($"{item}"))]);

    public static ManifestText Text(Protocol protocol) => protocol switch
    {
        Protocol.Tcp => Tcp,
        Protocol.Udp => Udp,
        Protocol.Sctp => Sctp,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
