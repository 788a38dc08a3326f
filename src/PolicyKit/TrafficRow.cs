namespace PolicyKit;

/// <summary>One line of a traffic table, in words for people; equal rows say the same.</summary>
/// <param name="Policy">The heading of its policy.</param>
/// <param name="Direction">The direction.</param>
/// <param name="Ports">The ports.</param>
/// <param name="Peer">Who is at the other end.</param>
/// <param name="Because">Why.</param>
/// <param name="IsSelectable">Whether labels select the other end; null where there is none.</param>
internal sealed record TrafficRow(string Policy, Direction Direction, string Ports, string Peer, string Because, bool? IsSelectable)
{
    private const string Nothing = "–";

    public static IEnumerable<TrafficRow> Of(PolicySet set) => set.Policies.SelectMany(policy => Of(policy, Direction.Ingress).Concat(Of(policy, Direction.Egress)));

    /// <summary>The cells of the row, without its mode.</summary>
    public string[] Cells => [Ports, Peer, Because, IsSelectable switch { true => "yes", false => "no", null => Nothing }];

    private static IEnumerable<TrafficRow> Of(Policy policy, Direction direction)
    {
        var heading = Heading(policy);
        var fragments = policy.Fragments.Where(fragment => fragment.Direction == direction)
            .Select(fragment => new TrafficRow(heading, direction, Nothing, $"what the policy adds in the words of {fragment.Engine}", "", null));
        var rules = direction is Direction.Ingress ? policy.Ingress : policy.Egress;
        if (rules is null) return [new(heading, direction, Nothing, "not governed: as it was", "", null), .. fragments];
        if (rules.Count == 0) return [new(heading, direction, Nothing, "nothing", "", null), .. fragments];
        return rules.SelectMany(rule => rule.Peers.Select(peer => Of(heading, direction, rule, peer))).Concat(fragments);
    }

    private static TrafficRow Of(string heading, Direction direction, PolicyRule rule, RulePeer peer) => new(
        heading,
        direction,
        string.Join(", ", rule.Ports.Select(InWords)),
        InWords(peer, direction),
        Escaped(rule.Because ?? ""),
        peer is NamespacePeer or PodsPeer or SelfPeer);

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

    // Reasons are free text, and a page must show them, not obey them.
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace('\n', ' ');
}
