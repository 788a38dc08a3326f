using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.World;

namespace PolicyKit.Testing;

/// <summary>Input: manifests that somebody wrote. Output: what they hold. Promise: what cannot be relied on is refused, for a test that passes on half of a file is worse than none.</summary>
internal static class ReadManifests
{
    public static ValueArray<Manifest> Of(ManifestReadResult read) => read.Diagnostics.Any(found => found.Severity == Severity.Error)
        ? throw new FormatException(string.Join('\n', read.Diagnostics.Where(found => found.Severity == Severity.Error)))
        : read.Manifests.ToValueArray();

    public static SimulatedCluster Cluster(ValueArray<Manifest> manifests)
    {
        var reading = ClusterReader.Read(manifests);
        Refuse(reading.Findings);
        return reading.Cluster;
    }

    public static PolicyReading Policies(IEnumerable<Manifest> manifests, ClusterProfile profile)
    {
        var reading = Judge.Read(manifests, profile);
        Refuse(reading.Findings);
        return reading;
    }

    private static void Refuse(IEnumerable<ReadFinding> findings)
    {
        var refused = findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).ToList();
        if (refused.Count > 0) throw new FormatException(string.Join('\n', refused));
    }
}
