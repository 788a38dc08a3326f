using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Short words for building manifest trees.</summary>
internal static class Nodes
{
    public static readonly ManifestText Tcp = new("TCP");
    public static readonly ManifestText Udp = new("UDP");
    public static readonly ManifestText Sctp = new("SCTP");
    private static readonly ManifestList OnlyIngress = List("Ingress");
    private static readonly ManifestList OnlyEgress = List("Egress");
    private static readonly ManifestList BothDirections = List("Ingress", "Egress");

    public static ManifestMap Map(params ReadOnlySpan<(string Key, ManifestNode Value)> entries)
    {
        var array = new ManifestEntry[entries.Length];
        for (var i = 0; i < array.Length; i++) array[i] = new(entries[i].Key, entries[i].Value);
        return ManifestMap.Trusted(array);
    }

    /// <summary>A map of those entries that have a value.</summary>
    public static ManifestMap MapOfKnown(params ReadOnlySpan<(string Key, ManifestNode? Value)> entries)
    {
        var count = 0;
        foreach (var (_, value) in entries)
        {
            if (value is not null) count++;
        }

        var array = new ManifestEntry[count];
        count = 0;
        foreach (var (key, value) in entries)
        {
            if (value is not null) array[count++] = new(key, value);
        }

        return ManifestMap.Trusted(array);
    }

    public static ManifestMap MapOf(IEnumerable<ManifestEntry> entries) => ManifestMap.Trusted(entries.ToArray());

    public static ManifestList List(params ManifestNode[] items) => ManifestList.Trusted(items);

    public static ManifestList ListOf(IEnumerable<ManifestNode> items) => ManifestList.Trusted(items.ToArray());

    public static ManifestList Texts<T>(IEnumerable<T> items) => ManifestList.Trusted(items.Select(item => (ManifestNode)new ManifestText($"{item}")).ToArray());

    /// <summary>The directions that a policy governs, as Kubernetes and Calico name them.</summary>
    public static ManifestList Directions(PolicyEntry entry) => (entry.Ingress, entry.Egress) switch
    {
        (not null, not null) => BothDirections,
        (not null, null) => OnlyIngress,
        _ => OnlyEgress,
    };

    public static ManifestText Text(Protocol protocol) => protocol switch
    {
        Protocol.Tcp => Tcp,
        Protocol.Udp => Udp,
        Protocol.Sctp => Sctp,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
