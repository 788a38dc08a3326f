using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for a selector, by where it stands.</summary>
internal static class CalicoSelectorRules
{
    private const string Global = "global(";

    public static void Any(TreeCheck check, ManifestNode node) => Read(check, node);

    /// <summary>Everywhere but in the <c>namespaceSelector</c> of a peer.</summary>
    public static void WithoutGlobal(TreeCheck check, ManifestNode node)
    {
        if (Read(check, node) is { } text && text.Contains(Global, StringComparison.Ordinal)) check.Refuses(node, "global() may only stand in the namespaceSelector of a source or destination");
    }

    /// <summary>The <c>namespaceSelector</c> of a peer.</summary>
    public static void OfPeer(TreeCheck check, ManifestNode node)
    {
        if (Read(check, node) is { } text && text.Contains(Global, StringComparison.Ordinal) && text.AsSpan().Trim(" \t") is not "global()") check.Refuses(node, "global() stands alone");
    }

    private static string? Read(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } text) return null;
        CalicoLists.Limit(check, node, text.Length, CalicoLimits.SelectorLength, "characters");
        if (CalicoSelectorSyntax.Problem(text) is { } problem) check.Refuses(node, $"{UserWords.Quote(text)} is not a selector: {problem}");
        return text;
    }
}
