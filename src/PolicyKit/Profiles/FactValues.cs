using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>Single facts that stand in lists or alone: networks, addresses, ports, labels.</summary>
internal static class FactValues
{
    public static CidrBlock? Network(ManifestNode node, string path, FactFindings findings)
    {
        if (node is not ManifestText text) return Expected<CidrBlock>(node, path, "a network", "Write it like \"10.0.0.0/8\".", findings);
        if (CidrReader.Read(text.Value, out var block) is not { } refusal) return block;
        findings.Add(node.Position, $"'{path}': {refusal.What}", refusal.Mend);
        return null;
    }

    /// <summary>One address, bare or as a network of itself.</summary>
    public static CidrBlock? Address(ManifestNode node, string path, FactFindings findings)
    {
        if (node is not ManifestText text) return Expected<CidrBlock>(node, path, "an address", "Write it like \"10.96.0.1\".", findings);
        if (CidrReader.Address(text.Value) is { } address) return address;
        if (!text.Value.Contains('/', StringComparison.Ordinal))
        {
            findings.Add(node.Position, $"'{path}': {UserWords.Quote(text.Value)} is not an address.", "Write one like '10.96.0.1'.");
            return null;
        }

        var block = Network(node, path, findings);
        if (FactSyntax.Address(block) is not { } problem) return block;
        findings.Add(node.Position, $"'{path}': {problem}", "");
        return null;
    }

    public static int? Port(ManifestNode node, string path, FactFindings findings)
    {
        if (node is not ManifestInteger number) findings.Expected(node, path, "a port number", "Write it in plain digits, without quotes.");
        else if (FactSyntax.Port(number.Value) is { } problem) findings.Add(node.Position, $"'{path}': {problem}", "");
        else return (int)number.Value;
        return null;
    }

    /// <summary>Labels as a map of keys to values; none at all would mean every pod.</summary>
    public static LabelSelector? Labels(ManifestNode node, string path, FactFindings findings)
    {
        if (node is not ManifestMap map) return Expected<LabelSelector>(node, path, "a map of labels", "Write 'key: value' lines under it.", findings);
        if (map.Count == 0)
        {
            findings.Add(node.Position, $"'{path}' is empty, and would mean every pod.", "Name a label of the pods that are meant.");
            return null;
        }

        (string, string)[] labels = [.. map.Select(entry => Label(entry, path, findings)).OfType<(string, string)>()];
        return labels.Length == map.Count ? LabelSelector.Of(labels[0], labels[1..]) : null;
    }

    private static (string, string)? Label(ManifestEntry entry, string path, FactFindings findings)
    {
        if (entry.Value is not ManifestText text)
        {
            findings.Expected(entry.Value, $"{path}.{entry.Key}", "a text", "Quote it: the value of a label is text.");
            return null;
        }

        if ((NameSyntax.LabelKey(entry.Key) ?? NameSyntax.LabelValue(text.Value)) is not { } problem) return (entry.Key, text.Value);
        findings.Add(entry.KeyPosition, $"'{path}': {problem}", "");
        return null;
    }

    private static T? Expected<T>(ManifestNode node, string path, string what, string mend, FactFindings findings)
        where T : class
    {
        findings.Expected(node, path, what, mend);
        return null;
    }
}
