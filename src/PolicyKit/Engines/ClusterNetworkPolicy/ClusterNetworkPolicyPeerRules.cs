using System.Text.RegularExpressions;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>The rules for one item of <c>from</c> or <c>to</c>.</summary>
internal static class ClusterNetworkPolicyPeerRules
{
    private static readonly string[] SourceKeys = ["namespaces", "pods"];
    private static readonly string[] StandardKeys = ["namespaces", "pods", "networks"];
    private static readonly string[] ExperimentalKeys = ["namespaces", "pods", "networks", "nodes", "domainNames"];
    private static readonly string[] PodsKeys = ["namespaceSelector", "podSelector"];

    // The pattern of the CRD to the letter: "A-z" there lets five punctuation marks through.
    private static readonly Regex DomainName = new(
        @"^(\*\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static void Source(TreeCheck check, ManifestNode node) => Peer(check, node, SourceKeys);

    public static void Destination(TreeCheck check, ManifestNode node)
    {
        if (check.Facts.ClusterNetworkPolicy.Channel is ReleaseChannel.Standard)
        {
            Peer(check, node, StandardKeys);
            return;
        }

        Peer(check, node, ExperimentalKeys);
        if (node is not ManifestMap peer) return;
        check.Child(peer, "nodes", SelectorRules.Check);
        check.Child(peer, "domainNames", static (check, node) => ClusterNetworkPolicyShape.Set(check, node, Domain));
    }

    /// <summary>Pods, as a peer and as a subject.</summary>
    public static void Pods(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } pods) return;
        ClusterNetworkPolicyShape.Keys(check, pods, PodsKeys);
        ClusterNetworkPolicyShape.Requires(check, pods, "podSelector");
        if (!TreeCheck.Has(pods, "namespaceSelector")) check.WeRefuse(pods, "it has no namespaceSelector, and is then for every namespace");
        check.Child(pods, "namespaceSelector", SelectorRules.Check);
        check.Child(pods, "podSelector", SelectorRules.Check);
    }

    private static void Peer(TreeCheck check, ManifestNode node, string[] keys)
    {
        if (check.Map(node) is not { } peer) return;
        ClusterNetworkPolicyShape.One(check, peer, keys);
        check.Child(peer, "namespaces", SelectorRules.Check);
        check.Child(peer, "pods", Pods);
        if (keys.Length > SourceKeys.Length) check.Child(peer, "networks", static (check, node) => ClusterNetworkPolicyShape.Set(check, node, Network));
    }

    private static void Network(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } text) return;
        if (text.Length > 43) check.Refuses(node, "a network has at most 43 characters");
        else if (!CidrBlock.TryParse(text, out var block, out _))
        {
            if (HasHostBits(text)) check.WeRefuse(node, $"'{text}' has bits set behind its prefix");
            else check.Refuses(node, $"'{text}' is not a network");
        }
        else if (!string.Equals(block!.ToString(), text, StringComparison.Ordinal)) check.WeRefuse(node, $"'{text}' is not the canonical spelling of '{block}'");
    }

    // The one thing that the API server takes and we do not: bits behind the prefix.
    private static bool HasHostBits(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (none, whole) = text.Contains(':', StringComparison.Ordinal) ? ("::", "/128") : ("0.0.0.0", "/32");
        return slash > 0 && CidrBlock.TryParse(none + text[slash..], out _, out _) && CidrBlock.TryParse(text[..slash] + whole, out _, out _);
    }

    private static void Domain(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } text && !DomainName.IsMatch(text)) check.Refuses(node, $"'{text}' is not a host name of two labels or more");
    }
}
