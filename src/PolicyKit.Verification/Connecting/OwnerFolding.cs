namespace PolicyKit.Verification.Connecting;

/// <summary>Makes the pods of one owner one end, where no policy tells them apart.</summary>
internal static class OwnerFolding
{
    public static End[] Fold(IEnumerable<End> ends) =>
        [.. ends.GroupBy(end => end.Endpoint.Owner is { } owner ? $"{end.Endpoint.Namespace}/{owner}" : end.Name, StringComparer.Ordinal)
            .SelectMany(Fold)
            .OrderBy(end => end.Name, StringComparer.Ordinal)];

    private static IEnumerable<End> Fold(IGrouping<string, End> pods)
    {
        var first = pods.First();
        if (!pods.All(first.LooksLike)) return pods;

        // A folded end is on a node only if all its pods are: what holds for each of them is what is listed.
        var node = pods.All(pod => pod.Endpoint.Node == first.Endpoint.Node) ? first.Endpoint.Node : null;
        return [first.Named(pods.Key, node)];
    }
}
