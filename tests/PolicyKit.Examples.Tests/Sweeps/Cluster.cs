using PolicyKit.Manifests;
using PolicyKit.Tests.Shared;
using PolicyKit.Verification;
using PolicyKit.Verification.World;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>The cluster of the tests, with one enforcer for each dialect.</summary>
internal static class Cluster
{
    /// <summary>Who is there.</summary>
    public static SimulatedCluster World { get; } = ReadWorld();

    /// <summary>The profile beside the examples, with an enforcer of the dialect.</summary>
    public static ClusterProfile ProfileFor(Engine engine) => Profile with { Engine = EnforcerOf(engine) };

    /// <summary>The profile beside the examples; the three are the same.</summary>
    public static ClusterProfile Profile { get; } = ClusterProfile.Load(Repository.File("examples", "StageSet", "profile.yaml"));

    /// <summary>The verdicts of an engine on a set, and what it declares.</summary>
    public static (Judge Judge, EmitResult Emitted) Judged(PolicySet set, Engine engine)
    {
        var profile = ProfileFor(engine);
        var emitted = set.Emit(engine, profile);
        return (Judge.Of(Judge.Read(emitted.Manifests, profile), World, profile), emitted);
    }

    private static SimulatedCluster ReadWorld()
    {
        var reading = ClusterReader.Read(ManifestReader.Read(File.ReadAllText(Repository.File("tests", "PolicyKit.Examples.Tests", "world.yaml"))).Manifests);
        reading.Findings.ShouldBeEmpty();
        return reading.Cluster;
    }

    private static Enforcer EnforcerOf(Engine engine) =>
        ReferenceEquals(engine, Engine.Cilium) ? Enforcer.Cilium : ReferenceEquals(engine, Engine.ClusterNetworkPolicy) ? Enforcer.KubeNetworkPolicies : Enforcer.Calico;
}
