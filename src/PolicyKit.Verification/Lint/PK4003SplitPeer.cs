using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>A dash too many makes "pods of that namespace" into "that namespace, or pods of this one".</summary>
/// <remarks>A rule of Calico has one peer, and a peer of ClusterNetworkPolicy always names its namespaces: neither can be split.</remarks>
internal sealed class PK4003SplitPeer : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from policy in manifests.Reading.Policies
        from list in PeersOf(policy)
        where list.Count(peer => peer.Names is not Chosen.Otherwise) == 2
        from split in list.Zip(list.Skip(1))
        where split is { First.Names: Chosen.Namespaces, Second.Names: Chosen.OwnPods }
        select Finding(
            RuleCatalogue.PK4003,
            policy.Manifest,
            split.Second.Place,
            "The namespaces before and these pods are two peers: every pod of those namespaces, and these pods of the policy's own namespace.",
            policy is CiliumModel ? "Write the labels of both into one selector if the pods of those namespaces are meant." : "Leave out the dash before 'podSelector' if the pods of those namespaces are meant.");

    /// <summary>The lists of peers as they are written.</summary>
    private static IEnumerable<List<(Chosen Names, Place Place)>> PeersOf(PolicyModel policy) => policy switch
    {
        KubernetesModel => Lists(policy.Manifest, ["from", "to"], OfKubernetes),
        CiliumModel { Scope: not null } => Lists(policy.Manifest, ["fromEndpoints", "toEndpoints"], OfCilium),
        _ => [],
    };

    private static IEnumerable<List<(Chosen Names, Place Place)>> Lists(Manifest manifest, string[] keys, Func<ManifestMap, Chosen> chosen)
    {
        var spec = new SpecView(manifest);
        return from rule in spec.Items("ingress").Concat(spec.Items("egress"))
               from key in keys
               select SpecView.ItemsOf(rule.Item, key, rule.Place).Select(peer => (chosen(peer.Item), peer.Place)).ToList();
    }

    private static Chosen OfKubernetes(ManifestMap peer) =>
        peer.Count != 1 ? Chosen.Otherwise
        : peer["namespaceSelector"] is ManifestMap { Count: > 0 } ? Chosen.Namespaces
        : peer["podSelector"] is ManifestMap { Count: > 0 } ? Chosen.OwnPods
        : Chosen.Otherwise;

    private static Chosen OfCilium(ManifestMap peer)
    {
        if (peer.Count != 1 || peer["matchLabels"] is not ManifestMap { Count: > 0 } labels) return Chosen.Otherwise;
        var ofNamespaces = labels.Count(label => CiliumKey.Parse(label.Key).ChoosesNamespaces);
        return ofNamespaces == labels.Count ? Chosen.Namespaces : ofNamespaces == 0 && !labels.Any(label => CiliumKey.Parse(label.Key).Source == CiliumSource.Reserved) ? Chosen.OwnPods : Chosen.Otherwise;
    }

    /// <summary>What a peer chooses by.</summary>
    private enum Chosen
    {
        Otherwise,
        Namespaces,
        OwnPods,
    }
}
