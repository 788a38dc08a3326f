using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;

namespace PolicyKit.Verification.Reading;

/// <summary>
/// Input: manifests. Output: the policies among them. Promise: an object is enforced only if the real API server and the real agent would
/// enforce it; everything else is reported with its place, and one bad object does not hide the others.
/// </summary>
internal static class PolicyReader
{
    private static readonly IDialect[] Dialects = [new KubernetesReader(), new ClusterNetworkPolicyReader(), new AdminNetworkPolicyReader(), new CiliumReader(), new CalicoReader()];

    /// <summary>Whether an object is a policy of a dialect that is read here.</summary>
    public static bool Owns(Manifest manifest) => Array.Exists(Dialects, dialect => dialect.Owns(manifest));

    public static PolicyReading Read(IEnumerable<Manifest> manifests, ClusterProfile profile)
    {
        // The API server keeps one object of a kind, group and name: a later one replaces the earlier.
        var kept = new Dictionary<string, PolicyModel?>(StringComparer.Ordinal);
        var findings = new List<ReadFinding>();
        foreach (var manifest in manifests)
        {
            if (Array.Find(Dialects, dialect => dialect.Owns(manifest)) is not { } dialect) continue;
            var log = new ReadingLog(manifest);
            var model = dialect.Read(manifest, log, profile);
            var key = Key(manifest) ?? FormattableString.Invariant($"unnamed {kept.Count}");
            if (kept.ContainsKey(key)) log.Warn(Place.Root(manifest), "PK0002", "Another object of this kind and name stands before it, and this one replaces it.", "Give the two different names.");
            findings.AddRange(log.Findings);

            // What the API server refuses leaves the earlier object in force; what the agent refuses replaced it first.
            if (!log.Findings.Any(finding => finding.Consequence == ReadConsequence.RejectedByApiServer)) kept[key] = log.IsEnforced ? model : null;
        }

        return new(kept.Values.OfType<PolicyModel>().ToList(), findings.ToValueArray());
    }

    private static string? Key(Manifest manifest) =>
        manifest.Name is null ? null : $"{manifest.ApiVersion.Split('/')[0]}/{manifest.Kind}/{manifest.Namespace}/{manifest.Name}";
}
