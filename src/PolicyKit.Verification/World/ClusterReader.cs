using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.World;

/// <summary>
/// Input: manifests. Output: the cluster they describe: Namespaces, Nodes, Pods and the workloads that make pods, Services with their
/// EndpointSlices, ServiceAccounts. Promise: other kinds are left alone, and an object that cannot be read is reported and left out.
/// </summary>
public static class ClusterReader
{
    /// <summary>Reads what a cluster runs.</summary>
    /// <param name="manifests">The manifests; policies among them are left alone.</param>
    /// <returns>The cluster, and what was wrong.</returns>
    public static ClusterReading Read(IEnumerable<Manifest> manifests)
    {
        var objects = new List<ClusterObject>();
        var findings = new List<ReadFinding>();
        foreach (var manifest in manifests)
        {
            if (Reader(manifest) is not { } read) continue;
            var log = new ReadingLog(manifest);
            var found = read(new Fields(manifest.Root, Place.Root(manifest), log)).ToList();
            findings.AddRange(log.Findings);
            if (log.IsEnforced) objects.AddRange(found);
        }

        return new(SimulatedCluster.Empty.With(objects), findings.ToValueArray());
    }

    private static Func<Fields, IEnumerable<ClusterObject>>? Reader(Manifest manifest) => (manifest.ApiVersion, manifest.Kind) switch
    {
        ("v1", "Namespace") => root => [new ClusterNamespace(Name(root)) { Labels = Labels(root.Map("metadata")) }],
        ("v1", "Node") => root => [Node(root)],
        ("v1", "ServiceAccount") => root => [new ClusterServiceAccount(Namespace(root), Name(root)) { Labels = Labels(root.Map("metadata")) }],
        ("v1", "Service") => root => [ServiceReader.Service(root)],
        ("discovery.k8s.io/v1", "EndpointSlice") => root => ServiceReader.Slice(root),
        _ => PodReader.Reads(manifest) ? root => PodReader.Pods(manifest.Kind, root) : null,
    };

    internal static string Name(Fields root)
    {
        if (root.Map("metadata")?.Text("name") is { } name) return name;
        root.Log.Reject(root.PlaceOf("metadata"), "The object has no name.", "Write metadata.name.");
        return "";
    }

    internal static string Namespace(Fields root) => root.Map("metadata")?.Text("namespace") ?? "default";

    internal static ValueArray<(string Key, string Value)> Labels(Fields? metadata, string key = "labels") =>
        (metadata?.TextMap(key) ?? []).Select(label => (label.Key, label.Value)).ToValueArray();

    internal static IEnumerable<IpAddress> Addresses(ReadingLog log, IEnumerable<Item<string>> texts)
    {
        foreach (var text in texts)
        {
            if (IpAddress.TryParse(text.Value, out var address)) yield return address;
            else log.Reject(text.Place, $"'{text.Value}' is not an IP address.");
        }
    }

    private static ClusterNode Node(Fields root)
    {
        var addresses = (root.Map("status")?.Maps("addresses") ?? [])
            .Where(address => address.Text("type") is "InternalIP" or "ExternalIP")
            .Select(address => new Item<string>(address.Text("address") ?? "", address.PlaceOf("address")));
        return new(Name(root)) { Labels = Labels(root.Map("metadata")), Addresses = Addresses(root.Log, addresses).Distinct().ToValueArray() };
    }
}
