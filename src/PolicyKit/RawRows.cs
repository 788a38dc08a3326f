using PolicyKit.Manifests;

namespace PolicyKit;

/// <summary>Raw manifests as lines of a traffic table: which object, for which engine, and the pods it selects where its text says so plainly.</summary>
internal static class RawRows
{
    /// <summary>The heading above the table.</summary>
    public const string Section = "### Raw manifests\n\nIn an engine's own words, and emitted for that engine alone. What they allow is in their text; it is not read here.";

    public static IEnumerable<TrafficRow> Of(RawManifest raw)
    {
        var read = ManifestReader.Read(raw.Yaml);
        foreach (var manifest in read.Manifests) yield return Row(raw, TrafficRow.Escaped(manifest.ToString()), Selected(manifest));
        if (read.Diagnostics.Count > 0 || read.Manifests.Count == 0) yield return Row(raw, "a text that is no manifest", null);
    }

    private static TrafficRow Row(RawManifest raw, string what, string? selected) =>
        new(Section, TrafficTable.Raw, [raw.Mode is RolloutMode.DryRun ? $"{what}, rehearsed only" : what, raw.Engine.Name, selected ?? TrafficRow.Nothing]);

    /// <summary>Who the object is about, or null where that would be a guess.</summary>
    private static string? Selected(Manifest manifest) => (manifest.ApiVersion, manifest.Kind, manifest.Root["spec"]) switch
    {
        ("networking.k8s.io/v1", "NetworkPolicy", ManifestMap spec) => InNamespace(manifest, Pods(spec["podSelector"])),
        ("cilium.io/v2", "CiliumNetworkPolicy", ManifestMap spec) when manifest.Root["specs"] is null => InNamespace(manifest, Pods(spec["endpointSelector"])),
        ("projectcalico.org/v3", "NetworkPolicy" or "StagedNetworkPolicy", ManifestMap spec) when spec["serviceAccountSelector"] is null => InNamespace(manifest, Calico(spec["selector"])),
        ("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", ManifestMap spec) => Subject(spec["subject"]),
        _ => null,
    };

    private static string? InNamespace(Manifest manifest, string? pods) =>
        pods is null ? null : manifest.Namespace is { } name ? $"{pods} in namespace {Code(name)}" : $"{pods} in the namespace it is applied to";

    private static string? Calico(ManifestNode? selector) => selector switch
    {
        ManifestText { Value: "all()" } => "every pod",
        ManifestText text => $"pods with {Code(text.Value)}",
        _ => null,
    };

    private static string? Subject(ManifestNode? subject) => subject switch
    {
        ManifestMap { Count: 1 } map when map["namespaces"] is { } namespaces => Of("every pod", Namespaces(namespaces)),
        ManifestMap { Count: 1 } map when map["pods"] is ManifestMap pods => Of(Pods(pods["podSelector"]), Namespaces(pods["namespaceSelector"])),
        _ => null,
    };

    private static string? Of(string? pods, string? namespaces) => pods is null || namespaces is null ? null : $"{pods} of {namespaces}";

    private static string? Pods(ManifestNode? selector) => Read(selector) is { } read ? read.IsEverything ? "every pod" : $"pods with {Code(read.ToString())}" : null;

    private static string? Namespaces(ManifestNode? selector) => Read(selector) is { } read ? read.IsEverything ? "every namespace" : $"namespaces with {Code(read.ToString())}" : null;

    /// <summary>A selector that is written as Kubernetes takes it, or null.</summary>
    private static LabelSelector? Read(ManifestNode? node)
    {
        if (node is not ManifestMap map) return null;
        var requirements = new List<LabelRequirement?>();
        foreach (var entry in map)
        {
            if (entry is { Key: "matchLabels", Value: ManifestMap labels }) requirements.AddRange(labels.Select(label => Requirement(label.Key, LabelOperator.In, [label.Value])));
            else if (entry is { Key: "matchExpressions", Value: ManifestList expressions }) requirements.AddRange(expressions.Select(Requirement));
            else return null;
        }

        return requirements.Contains(null) ? null : LabelSelector.Of([.. requirements.OfType<LabelRequirement>()]);
    }

    private static LabelRequirement? Requirement(ManifestNode node)
    {
        if (node is not ManifestMap map || map["key"] is not ManifestText { Value: var key }) return null;
        if ((map["values"] ?? ManifestList.Empty) is not ManifestList values) return null;
        return (map["operator"] as ManifestText)?.Value switch
        {
            "In" when values.Count > 0 => Requirement(key, LabelOperator.In, values),
            "NotIn" when values.Count > 0 => Requirement(key, LabelOperator.NotIn, values),
            "Exists" when values.Count == 0 => Requirement(key, LabelOperator.Exists, values),
            "DoesNotExist" when values.Count == 0 => Requirement(key, LabelOperator.DoesNotExist, values),
            _ => null,
        };
    }

    private static LabelRequirement? Requirement(string key, LabelOperator asked, IEnumerable<ManifestNode> values)
    {
        var texts = values.Select(value => (value as ManifestText)?.Value).ToList();
        return NameSyntax.LabelKey(Plain(key)) is null && texts.TrueForAll(text => text is not null && NameSyntax.LabelValue(text) is null)
            ? LabelRequirement.Of(LabelKey.Of(Plain(key)), asked, [.. texts.OfType<string>()])
            : null;
    }

    // Cilium's word for the labels of Kubernetes.
    private static string Plain(string key) => key.StartsWith("k8s:", StringComparison.Ordinal) ? key[4..] : key;

    private static string Code(string text) => text.AsSpan().ContainsAny("`\r\n") ? TrafficRow.Escaped(text) : $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
