namespace PolicyKit.Engines;

/// <summary>Tells peers that no endpoint can be, whatever runs in the cluster: what is allowed from or to them makes no difference.</summary>
/// <remarks>A gap about nobody is not declared, so that every gap that is has flows.</remarks>
internal static class Nobody
{
    public static bool Is(RulePeer peer) => peer switch
    {
        PodsPeer pods => pods.Selector.IsContradictory || IsNowhere(pods.Scope),
        NamespacePeer all => IsNowhere(all.Scope),
        _ => false,
    };

    /// <summary>The same, and networks of which the enforcer sees no address: to Cilium, pods and nodes have none.</summary>
    public static bool Is(RulePeer peer, LoweringContext context) => peer is NetworkPeer network
        ? IsCilium(context) && context.Facts.Cilium.CidrMatchMode.Count == 0 && OwnNetworks(context.Facts.Networks).Any(own => own.Contains(network.Block))
        : Is(peer);

    private static bool IsCilium(LoweringContext context) => ReferenceEquals(context.Engine, Engine.Cilium) || context.Facts.Engine is Enforcer.Cilium;

    private static IEnumerable<CidrBlock> OwnNetworks(NetworkFacts networks) => (networks.Pods ?? []).Concat(networks.Nodes ?? []);

    // The control plane writes the name of every namespace as a label of it.
    private static bool IsNowhere(NamespaceScope scope) => scope is NamespaceScope.Matching { Labels: var labels }
        && (labels.IsContradictory || labels.Requirements.Any(one => one.Operator is LabelOperator.DoesNotExist && one.Key == SelectorNodes.NamespaceName));
}
