namespace PolicyKit;

/// <summary>The tables of a section of a traffic page, in their order.</summary>
internal enum TrafficTable
{
    /// <summary>Who may connect to the pods.</summary>
    Ingress,

    /// <summary>Where the pods may connect to.</summary>
    Egress,

    /// <summary>Objects in an engine's own words.</summary>
    Raw,
}

/// <summary>One line of a traffic table, in words for people; equal rows say the same.</summary>
/// <param name="Section">The heading above its tables.</param>
/// <param name="Table">The table it is in.</param>
/// <param name="Cells">Its cells, without its mode.</param>
internal sealed record TrafficRow(string Section, TrafficTable Table, ValueArray<string> Cells)
{
    public const string Nothing = "–";

    /// <summary>The rows of a set, its raw manifests last.</summary>
    public static IEnumerable<TrafficRow> Of(PolicySet set) =>
        set.Policies.SelectMany(policy => Of(policy, Direction.Ingress).Concat(Of(policy, Direction.Egress))).Concat(set.OfType<RawManifest>().SelectMany(RawRows.Of));

    /// <summary>The names of a table's columns.</summary>
    public static string[] Heads(TrafficTable table) => table switch
    {
        TrafficTable.Ingress => ["Ingress", "From", "Because", "Selectable by label"],
        TrafficTable.Egress => ["Egress", "To", "Because", "Selectable by label"],
        TrafficTable.Raw => ["Raw manifest", "Engine", "Selects"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<TrafficRow> Of(Policy policy, Direction direction)
    {
        var fragments = policy.Fragments.Where(fragment => fragment.Direction == direction).Select(fragment => Row(Nothing, $"what the policy adds in the words of {fragment.Engine}", "", null));
        var rules = direction is Direction.Ingress ? policy.Ingress : policy.Egress;
        if (rules is null) return [Row(Nothing, "not governed: as it was", "", null), .. fragments];
        if (rules.Count == 0) return [Row(Nothing, "nothing", "", null), .. fragments];
        return rules.SelectMany(rule => rule.Peers.Select(peer => Row(
            string.Join(", ", rule.Ports.Select(InWords)), InWords(peer, direction), Escaped(rule.Because ?? ""), peer is NamespacePeer or PodsPeer or SelfPeer))).Concat(fragments);

        TrafficRow Row(string ports, string peer, string because, bool? isSelectable) => new(
            Heading(policy),
            direction is Direction.Ingress ? TrafficTable.Ingress : TrafficTable.Egress,
            [ports, peer, because, isSelectable switch { true => "yes", false => "no", null => Nothing }]);
    }

    private static string Heading(Policy policy)
    {
        var name = Ir.Resolver.NameOf(policy) ?? policy.Subject.ToString();
        var pods = policy.Subject.IsEverything ? "every pod" : $"pods with {Code(policy.Subject)}";
        return $"### {name}\n\nFor {pods}{(policy.Namespace is null ? "" : $" in namespace `{policy.Namespace}`")}{(policy.Mode is RolloutMode.DryRun ? ", rehearsed only" : "")}.";
    }

    private static string InWords(Port port) => port switch
    {
        Port.Numbered { KeptName: { } name } one => $"{one} ({name})",
        Port.Every => "every port",
        Port.DnsService => "DNS, 53/UDP and 53/TCP",
        Port.ApiServerEndpoint => "the API server's port",
        Port.Numbered or Port.Ranged or Port.ByName or Port.EveryOf => port.ToString(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string InWords(RulePeer peer, Direction direction) => peer switch
    {
        AnywherePeer => "anywhere",
        SelfPeer => "its own pods",
        InternetPeer => "public addresses",
        OutsideClusterPeer => "anything outside the cluster",
        NodesPeer => "nodes",
        KubeletPeer => "the kubelet of the pod's node",
        ApiServerPeer => "the API server",
        ApiServerAtPeer one => $"the API server at {Codes(one.Addresses)}",
        HostNamePeer one => $"host {Code(one.Pattern)}",
        ClusterDnsPeer => "the cluster's resolver",
        NetworkPeer { Exceptions.Count: 0 } one => Code(one.Block),
        NetworkPeer one => $"{Code(one.Block)} without {Codes(one.Exceptions)}",
        NamespacePeer one => $"every pod of {InWords(one.Scope, direction)}",
        PodsPeer one => $"pods {Code(one.Selector)} of {InWords(one.Scope, direction)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string InWords(NamespaceScope scope, Direction direction) => scope switch
    {
        NamespaceScope.Own => "the same namespace",
        NamespaceScope.Every => "every namespace",
        NamespaceScope.Named { Names: [var only] } => $"namespace {Code(only)}",
        NamespaceScope.Named one => $"namespaces {Codes(one.Names)}",
        NamespaceScope.Matching one => $"namespaces with {Code(one.Labels)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Codes<T>(IEnumerable<T> items) => Words.List([.. items.Select(Code)]);

    // Labels, names and networks hold neither backticks nor bars: their syntax has none.
    private static string Code<T>(T item) => $"`{item}`";

    /// <summary>Free text as a page shows it: reasons, and what stands in raw manifests, must not be obeyed.</summary>
    public static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace('\n', ' ');
}
