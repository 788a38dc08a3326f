using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.World;

/// <summary>A cluster that was read from manifests, and what was wrong with them.</summary>
/// <param name="Cluster">The cluster: every object that could be read.</param>
/// <param name="Findings">What was wrong; one bad object does not hide the others.</param>
public sealed record ClusterReading(SimulatedCluster Cluster, ValueArray<ReadFinding> Findings);
