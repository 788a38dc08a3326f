using System.Globalization;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Whether two rules may match the same connection. In doubt they may.</summary>
internal static class CiliumOverlap
{
    /// <summary>Whether a pod may be selected by both: no key is asked for different values.</summary>
    public static bool MaySelectTheSame(LabelSelector left, LabelSelector right) => !left.Requirements.Any(one =>
        one.Operator is LabelOperator.In && right.Requirements.Any(other =>
            other.Operator is LabelOperator.In && string.Equals(one.Key, other.Key, StringComparison.Ordinal) && !one.Values.Intersect(other.Values, StringComparer.Ordinal).Any()));

    /// <summary>Whether another rule may match on a port that this one restricts, and for the same peers.</summary>
    public static bool MayBothMatch(ManifestMap restricted, ManifestMap other, string namespaceName) =>
        MayShareAPort(restricted, other) && MayShareAPeer(restricted, other, namespaceName);

    // A rule without ports is for every port, and authentication restricts every port of its rule.
    private static bool MayShareAPort(ManifestMap restricted, ManifestMap other)
    {
        var entries = CiliumLayer7.Entries(other).ToList();
        var ports = TreeCheck.Has(restricted, "authentication") ? CiliumLayer7.Ports(CiliumLayer7.Entries(restricted)) : CiliumLayer7.RestrictedPorts(restricted);
        var mine = ports.ToList();
        return entries.Count == 0 || mine.Count == 0 || CiliumLayer7.Ports(entries).Any(port => mine.Exists(one => MayBeTheSame(one, port)));
    }

    private static bool MayBeTheSame(ManifestMap left, ManifestMap right) =>
        Shared(Text(left["protocol"]), Text(right["protocol"]), "ANY") && Numbers(left) is var a && Numbers(right) is var b && (a is null || b is null
            ? a is not null || b is not null || string.Equals(Text(left["port"]), Text(right["port"]), StringComparison.OrdinalIgnoreCase)
            : a.Value.First <= b.Value.Last && b.Value.First <= a.Value.Last);

    private static bool Shared(string? left, string? right, string any) => left is null || right is null || left == any || right == any || left == right;

    // Null for a name, whose number only the pod knows.
    private static (long First, long Last)? Numbers(ManifestMap port)
    {
        if (!int.TryParse(Text(port["port"]), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (number == 0) return (0, ushort.MaxValue);
        return (number, port["endPort"] is ManifestInteger end && end.Value > number ? end.Value : number);
    }

    private static bool MayShareAPeer(ManifestMap left, ManifestMap right, string namespaceName)
    {
        var (a, b) = (Member(left), Member(right));
        if (a is null || b is null || IsOfAnyKind(a) || IsOfAnyKind(b)) return true;
        if (!IsEndpoints(a) || !IsEndpoints(b)) return IsEndpoints(a) == IsEndpoints(b);
        return Selectors(left[a]!).Any(one => Selectors(right[b]!).Any(other => MayBeOnePod(one, other, namespaceName)));
    }

    private static bool MayBeOnePod(ManifestMap left, ManifestMap right, string namespaceName)
    {
        var labels = Labels(left, namespaceName);
        return !Labels(right, namespaceName).Any(label => labels.Any(other => other.Key == label.Key && other.Value != label.Value));
    }

    // Without a namespace key of any kind the agent adds the policy's own.
    private static List<(string Key, string? Value)> Labels(ManifestMap selector, string namespaceName)
    {
        var labels = new List<(string Key, string? Value)>();
        if (selector["matchLabels"] is ManifestMap map)
        {
            foreach (var entry in map) labels.Add((WithSource(entry.Key), Text(entry.Value)));
        }

        if (!TreeCheck.Has(selector, "matchExpressions") && !labels.Exists(label => label.Key.StartsWith("k8s:io.", StringComparison.Ordinal)))
            labels.Add((CiliumLabels.Namespace, namespaceName));
        return labels;
    }

    private static string WithSource(string key) => key.StartsWith("any:", StringComparison.Ordinal) ? $"{CiliumLabels.Source}{key[4..]}" : key.Contains(':', StringComparison.Ordinal) ? key : CiliumLabels.Source + key;

    private static IEnumerable<ManifestMap> Selectors(ManifestNode node) => node is ManifestList list ? list.OfType<ManifestMap>() : [];

    private static string? Member(ManifestMap rule) => rule.Select(entry => entry.Key).FirstOrDefault(key => key is not "toPorts" && (key.StartsWith("from", StringComparison.Ordinal) || key.StartsWith("to", StringComparison.Ordinal)));

    private static bool IsEndpoints(string member) => member is "fromEndpoints" or "toEndpoints";

    private static bool IsOfAnyKind(string member) => member is "fromEntities" or "toEntities" or "toServices";

    private static string? Text(ManifestNode? node) => (node as ManifestText)?.Value;
}
