using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Rules that many lists and texts of Calico share.</summary>
internal static class CalicoLists
{
    /// <summary>A list that the API server takes for a set: no item twice.</summary>
    public static void Distinct(TreeCheck check, ManifestList list)
    {
        if (list.Count < 2) return;
        var seen = new HashSet<ManifestNode>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!seen.Add(list[i])) check.Refuses(list, FormattableString.Invariant($"item {i} is there already"));
        }
    }

    public static void Limit(TreeCheck check, ManifestNode node, int count, int most, string what)
    {
        if (count <= most) return;
        var message = FormattableString.Invariant($"{count} {what} are more than {most}");
        if (check.Facts.Calico.HasLimits()) check.Refuses(node, message);
        else check.WeRefuse(node, message);
    }
}
