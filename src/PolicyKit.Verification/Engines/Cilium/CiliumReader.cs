using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Cilium.Crd;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>
/// Input: a CiliumNetworkPolicy, a CiliumClusterwideNetworkPolicy or a CiliumCIDRGroup. Output: what is enforced of it. Promise: it passes
/// two gates as in a cluster, first the API server with the CRD of the profile's version, then the agent with what the API server stored; an
/// object with one rule that the agent refuses is absent as a whole.
/// </summary>
internal sealed class CiliumReader : IDialect
{
    private const string Group = "cilium.io/";

    public bool Owns(Manifest manifest) =>
        manifest.Kind is CiliumModel.Kind or CiliumModel.ClusterwideKind or CiliumGroupModel.Kind && manifest.ApiVersion.StartsWith(Group, StringComparison.Ordinal);

    public PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile)
    {
        var stored = PassApiServer(manifest, log, profile.Cilium.Version);
        return log.IsEnforced ? PassAgent(manifest, stored, log, profile.Cilium) : null;
    }

    /// <summary>The first gate: the object as the API server stores it.</summary>
    internal static ManifestMap PassApiServer(Manifest manifest, ReadingLog log, EngineVersion version)
    {
        var place = Place.Root(manifest);
        var root = new Fields(manifest.Root, place, log);
        var isGroup = manifest.Kind == CiliumGroupModel.Kind;
        if (manifest.ApiVersion != "cilium.io/v2" && !(isGroup && manifest.ApiVersion == "cilium.io/v2alpha1"))
        {
            log.Reject(root.PlaceOf("apiVersion"), $"There is no {manifest.Kind} in '{manifest.ApiVersion}'.", "Write 'cilium.io/v2'.");
            return manifest.Root;
        }

        ObjectHeader.Read(root, log, KubernetesNames.IsSubdomain, namespaced: manifest.Kind == CiliumModel.Kind);
        return (ManifestMap)new CrdGate(log).Store(isGroup ? CiliumCrd.Group : new CiliumCrd(version).Policy, manifest.Root, place);
    }

    /// <summary>The second gate: what the agent makes of the stored object.</summary>
    internal static PolicyModel? PassAgent(Manifest manifest, ManifestMap stored, ReadingLog log, CiliumFacts facts)
    {
        var root = new Fields(stored, Place.Root(manifest), log);
        return manifest.Kind == CiliumGroupModel.Kind ? ReadGroup(manifest, root) : ReadPolicy(manifest, root, facts);
    }

    private static CiliumModel? ReadPolicy(Manifest manifest, Fields root, CiliumFacts facts)
    {
        var model = new CiliumModel(manifest, []);
        var reader = new CiliumRuleReader(facts, model.Scope);
        var written = (root.Map("spec") is { } spec ? [spec] : Array.Empty<Fields>()).Concat(root.Maps("specs") ?? []).ToList();
        if (!root.Has("spec") && !root.Has("specs")) root.Log.Ignore(root.Place, "There is neither 'spec' nor 'specs'.", "Write a rule as 'spec'.");
        var rules = written.Select(reader.Read).OfType<CiliumRule>().ToValueArray();
        return root.Log.IsEnforced ? model with { Rules = rules } : null;
    }

    private static CiliumGroupModel? ReadGroup(Manifest manifest, Fields root)
    {
        var labels = root.Map("metadata")?.TextMap("labels") ?? [];
        var networks = (root.Map("spec")?.Texts("externalCIDRs") ?? []).Select(text => CiliumPeerReader.Network(root.Log, text)).ToList();
        return root.Log.IsEnforced
            ? new(manifest, labels.Select(label => (label.Key, label.Value)).ToValueArray(), networks.Select(network => network!).ToValueArray())
            : null;
    }
}
