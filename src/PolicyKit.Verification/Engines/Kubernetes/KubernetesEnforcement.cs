using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>An enforcer that follows the text of the APIs: the tiers Admin, NetworkPolicy and Baseline.</summary>
internal sealed class KubernetesEnforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster) : IEnforcement
{
    public DirectionProgram Compile(Direction direction)
    {
        var ways = new KubernetesWays(cluster);
        var models = policies.OfType<KubernetesModel>().ToList();
        var views = models.Select(policy => KubernetesCompiler.Compile(policy, direction, ways)).OfType<PolicyView>().OrderBy(view => view.Name, StringComparer.Ordinal).ToList();
        var blocks = views.Select(view => view.Block);
        var rank = new Rank((direction == Direction.Ingress ? blocks.Prepend(KubernetesCompiler.OwnNodeIngress) : blocks).ToValueArray());
        var tier = new Tier("NetworkPolicy", [rank], views.SelectMany(view => view.Endings).ToValueArray());
        return new(direction, [tier], [new(EndpointPredicate.Always, EndEffect.Allow, Source.BuiltIn("no policy restricts the pod"))]);
    }
}
