using PolicyKit.Manifests;
using PolicyKit.Tests.Emitting;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Short ways from an emission to its objects.</summary>
internal static class Objects
{
    public static ClusterProfile Experimental { get; } = In(Emitted.Known, facts => facts with { Channel = ReleaseChannel.Experimental });

    public static ClusterProfile Placed(Placement placement) => In(ClusterProfile.Unknown, facts => facts with { Placement = placement });

    public static ClusterProfile In(ClusterProfile profile, Func<ClusterNetworkPolicyFacts, ClusterNetworkPolicyFacts> change) =>
        profile with { ClusterNetworkPolicy = change(profile.ClusterNetworkPolicy) };

    public static EmitResult Emit(this Policy policy, ClusterProfile? profile = null) => policy.Emit(Engine.ClusterNetworkPolicy, profile ?? Emitted.Known);

    /// <summary>Each object on a line: its name, tier and priority.</summary>
    public static IReadOnlyList<string> Layers(this EmitResult emitted) => [.. emitted.Manifests.Select(one => $"{one.Name} {Text(one, "tier")} {Text(one, "priority")}")];

    /// <summary>A part of one object's spec as YAML.</summary>
    public static string Part(this EmitResult emitted, string name, string key)
    {
        var manifest = emitted.Manifests.SingleOrDefault(one => one.Name == name) ?? throw new KeyNotFoundException($"There is no '{name}' in:\n{emitted.ToYaml()}");
        return YamlWriter.ToText(Spec(manifest)[key] ?? throw new KeyNotFoundException($"There is no '{key}' in:\n{manifest.ToYaml()}"))["---\n".Length..];
    }

    public static ManifestMap Spec(Manifest manifest) => (ManifestMap)manifest.Root["spec"]!;

    /// <summary>The rules of a direction in all objects whose layer begins so.</summary>
    public static IReadOnlyList<ManifestMap> Rules(this EmitResult emitted, string layer, string section) =>
        [.. emitted.Manifests.Where(one => one.Name!.StartsWith(layer, StringComparison.Ordinal)).SelectMany(one => Spec(one)[section] as ManifestList ?? ManifestList.Empty).Cast<ManifestMap>()];

    private static string Text(Manifest manifest, string key) => Spec(manifest)[key] switch
    {
        ManifestText text => text.Value,
        ManifestInteger number => $"{number.Value}",
        var other => $"{other}",
    };
}
