using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>The section <c>apiServer</c> of a profile.</summary>
internal static class ApiServerReader
{
    private const string SourcesMend = "Write endpoints, nodes, anywhere, {pods: {namespace: …, podLabels: {…}}} or {cidrs: […]}.";

    public static ApiServerFacts Read(FactMap facts) => new()
    {
        Cidrs = ProfileReader.Blocks(facts, "cidrs", needsOne: true),
        Ports = facts.Values("ports", "a list of port numbers", "Write them as a list: [6443].", FactValues.Port, needsOne: true),
        Service = facts.Any("service", FactValues.Address),
        OnNodes = facts.Flag("onNodes"),
        Sources = facts.Any("sources", Sources),
    };

    private static ApiServerSources? Sources(ManifestNode node, string path, FactFindings findings)
    {
        switch (node)
        {
            case ManifestText { Value: "endpoints" }: return ApiServerSources.Endpoints;
            case ManifestText { Value: "nodes" }: return ApiServerSources.Nodes;
            case ManifestText { Value: "anywhere" }: return ApiServerSources.Anywhere;
            case ManifestText other:
                findings.Add(node.Position, $"'{path}' cannot be {UserWords.Quote(other.Value)}.", SourcesMend);
                return null;
            case ManifestMap: return FactMap.Read(node, path, findings, Where);
            default:
                findings.Expected(node, path, "a word or a map", SourcesMend);
                return null;
        }
    }

    private static ApiServerSources? Where(FactMap facts)
    {
        var pods = facts.Section("pods", Pods);
        var networks = ProfileReader.Blocks(facts, "cidrs", needsOne: true);
        if (facts.Has("pods") != facts.Has("cidrs")) return pods ?? (networks is null ? null : new ApiServerSources.FromNetworks(networks));
        facts.Report("The sources of the API server's calls are either pods or networks.", SourcesMend);
        return null;
    }

    private static ApiServerSources? Pods(FactMap facts)
    {
        var name = facts.Text("namespace", NameSyntax.Namespace);
        var labels = facts.Any("podLabels", FactValues.Labels);
        if (!facts.Has("namespace") || !facts.Has("podLabels")) facts.Report("Pods as sources need their namespace and their labels.", SourcesMend);
        return name is null || labels is null ? null : new ApiServerSources.FromPods(name, labels);
    }
}
