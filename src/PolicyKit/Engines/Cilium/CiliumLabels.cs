using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Label selectors in Cilium's keys: with their source, and with the namespace among them.</summary>
/// <remarks>
/// INVARIANT (explicit namespace): every peer names its namespaces or asks that there is one. Without it the agent adds the policy's own
/// namespace in some versions and not in others, and a selector of negative requirements would match nodes and the outside.
/// </remarks>
internal static class CiliumLabels
{
    /// <summary>The source of labels that Kubernetes sets.</summary>
    public const string Source = "k8s:";

    /// <summary>The key that carries the namespace of a pod.</summary>
    public const string Namespace = "k8s:io.kubernetes.pod.namespace";

    private const string NamespaceLabels = "io.cilium.k8s.namespace.labels.";
    private static readonly ManifestMap SomeNamespace = Nodes.Map(("key", Namespace), ("operator", "Exists"));

    public static ManifestMap Subject(LabelSelector pods) => SelectorNodes.Of(pods, Source);

    /// <summary>One item of <c>fromEndpoints</c> or <c>toEndpoints</c>.</summary>
    public static ManifestMap Peer(string own, NamespaceScope scope, LabelSelector pods)
    {
        var parts = new SelectorParts(pods.Requirements.Count + 1);
        switch (scope)
        {
            case NamespaceScope.Own:
                parts.Add(Namespace, own);
                break;
            case NamespaceScope.Named { Names: [var name] }:
                parts.Add(Namespace, name);
                break;
            case NamespaceScope.Named named:
                parts.Add(SelectorNodes.In(Namespace, named.Names));
                break;
            case NamespaceScope.Every:
                parts.Add(SomeNamespace);
                break;
            case NamespaceScope.Matching matching:
                AddNamespaceLabels(parts, matching.Labels);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        foreach (var one in pods.Requirements) parts.Add(one, Source);
        return parts.ToMap();
    }

    /// <summary>Refuses label keys that Cilium reads as something else, or that are too long once its own words stand before them.</summary>
    public static void Check(LabelSelector selector, PolicyEntry entry, Origin origin, LoweringContext context)
    {
        foreach (var one in selector.Requirements)
        {
            if (one.Key.StartsWith("io.cilium.", StringComparison.Ordinal) || one.Key is "io.kubernetes.pod.namespace")
            {
                context.Refuse("PK3007", origin,
                    $"Policy '{entry.Id}' selects pods by the label '{one.Key}', and for {context.Engine} that is not a label of the pod but a key of its own.",
                    "Select by namespace, or by another label.");
            }

            CheckLength(one.Key, Source, entry, origin, context);
        }
    }

    /// <summary>The same for the labels of namespaces.</summary>
    public static void CheckNamespaces(LabelSelector selector, PolicyEntry entry, Origin origin, LoweringContext context)
    {
        foreach (var one in selector.Requirements)
        {
            if (!IsName(one)) CheckLength(one.Key, Source + NamespaceLabels, entry, origin, context);
        }
    }

    /// <summary>What is wrong with a key for the agent, which puts the source before it as part of the name; null when nothing is.</summary>
    public static string? Problem(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var (source, name) = colon < 0 ? ("any", key) : (key[..colon], key[(colon + 1)..]);
        return NameSyntax.LabelKey($"{source}.{name}") is null && name.Length > 0 ? null : $"'{key}' is not a label key, or too long with its source before it";
    }

    private static void AddNamespaceLabels(SelectorParts parts, LabelSelector labels)
    {
        foreach (var one in labels.Requirements)
        {
            if (IsName(one)) parts.AddAs(Namespace, one);
            else parts.Add(one, Source + NamespaceLabels);
        }

        parts.Add(SomeNamespace);
    }

    // The name is a key of its own; as a label it is not part of a pod's identity everywhere.
    private static bool IsName(LabelRequirement one) => one.Key is SelectorNodes.NamespaceName;

    private static void CheckLength(string key, string before, PolicyEntry entry, Origin origin, LoweringContext context)
    {
        // Far from any limit, as nearly every key is: no text is made.
        if (key.Length + before.Length <= 63 || Problem(before + key) is null) return;
        context.Refuse("PK3009", origin,
            $"Policy '{entry.Id}' selects by the label '{key}', and {context.Engine} counts its own '{before}' before the key, which is then longer than a key may be.",
            "Select by a label with a shorter key.");
    }
}
