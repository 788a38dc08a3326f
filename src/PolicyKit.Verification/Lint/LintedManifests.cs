using PolicyKit.Manifests;
using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Lint;

/// <summary>Manifests under the lint: their policies in each dialect's own terms, and the rules of all of them in one form.</summary>
/// <remarks>Policies of an engine that is not the cluster's are understood as that engine would, by themselves.</remarks>
internal sealed class LintedManifests
{
    public LintedManifests(IReadOnlyCollection<Manifest> manifests, ClusterProfile profile)
    {
        Reading = PolicyReader.Read(manifests, profile);
        Cluster = ClusterReader.Read(manifests).Cluster;
        Policies = [.. manifests.Where(PolicyReader.Owns)];
        var known = EnforcerChoice.Of(Reading.Policies, profile);
        Profile = known;
        Worlds =
        [
            new(this, [.. Reading.Policies.Where(policy => policy.Enforcer == Enforcer.Unknown || policy.Enforcer == known.Engine)], known),
            .. Reading.Policies.Where(policy => policy.Enforcer != Enforcer.Unknown && policy.Enforcer != known.Engine)
                .GroupBy(policy => policy.Enforcer)
                .OrderBy(group => group.Key)
                .Select(group => new LintedWorld(this, [.. group], profile with { Engine = group.Key })),
        ];
    }

    public PolicyReading Reading { get; }

    public SimulatedCluster Cluster { get; }

    public ClusterProfile Profile { get; }

    /// <summary>Every policy that is written, enforced or not.</summary>
    public IReadOnlyList<Manifest> Policies { get; }

    public IReadOnlyList<LintedWorld> Worlds { get; }

    /// <summary>Every rule that allows something, and that some pod can be subject to.</summary>
    public IEnumerable<LintedRule> Allowing => Worlds.SelectMany(world => world.Rules).Where(rule => rule.Effect is Effect.Allow or Effect.AllowIfLayer7);
}
