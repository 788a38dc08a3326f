using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.World;

namespace PolicyKit.App.Inputs;

/// <summary>What a command looks at: manifests, the facts of their cluster, and the judge of both.</summary>
internal sealed class Subject
{
    private readonly Lazy<Judge> _judge;

    public Subject(IReadOnlyList<Manifest> manifests, ClusterProfile profile)
    {
        Manifests = manifests;
        Profile = profile;
        Policies = Judge.Read(manifests, profile);
        Cluster = ClusterReader.Read(manifests);
        _judge = new(() => Judge.Of(Policies, Cluster.Cluster, profile));
    }

    public IReadOnlyList<Manifest> Manifests { get; }

    public ClusterProfile Profile { get; }

    public PolicyReading Policies { get; }

    public ClusterReading Cluster { get; }

    public Judge Judge => _judge.Value;

    /// <summary>Everything that was found while reading, policies first.</summary>
    public IEnumerable<ReadFinding> Findings => Policies.Findings.Concat(Cluster.Findings);
}
