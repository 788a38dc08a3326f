namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: written policies and the facts of a cluster. Output: everything they can tell apart: selectors, namespaces, networks, ports, names.</summary>
internal sealed class Atoms
{
    private Atoms(PolicySet set, ClusterProfile profile)
    {
        Profile = profile;
        var own = set.Policies.Select(policy => policy.Namespace ?? Written.MeaningProgram.DefaultNamespace).Distinct(StringComparer.Ordinal).ToList();
        var rules = set.Policies.SelectMany(policy => (policy.Ingress ?? []).Concat(policy.Egress ?? [])).ToList();
        Peers = [.. rules.SelectMany(rule => rule.Peers).Distinct()];
        Hosts = [.. Peers.OfType<HostNamePeer>().Select(host => host.Pattern).Distinct()];

        // Who reaches a host name asks the resolver for it.
        Ports = [.. rules.SelectMany(rule => rule.Ports).Concat(Hosts.Count > 0 ? [Port.Dns] : []).Distinct()];
        var scopes = Peers.Select(peer => peer switch { NamespacePeer all => all.Scope, PodsPeer pods => pods.Scope, _ => null }).OfType<NamespaceScope>().ToList();
        var konnectivity = profile.ApiServer.Sources as ApiServerSources.FromPods;
        Namespaces = [.. own.Concat(scopes.OfType<NamespaceScope.Named>().SelectMany(named => named.Names)).Append(profile.Dns.Namespace).Concat(konnectivity is null ? [] : [konnectivity.Namespace]).Distinct(StringComparer.Ordinal)];
        Elsewhere = Namespaces.FirstOrDefault(name => !own.Contains(name), "elsewhere");
        NamespaceSelectors = [.. scopes.OfType<NamespaceScope.Matching>().Select(matching => matching.Labels).Distinct()];
        Subjects = [.. set.Policies.Select(policy => policy.Subject).Distinct()];
        PodSelectors = [.. Subjects.Concat(Peers.OfType<PodsPeer>().Select(pods => pods.Selector)).Append(profile.Dns.PodLabels).Concat(konnectivity is null ? [] : [konnectivity.PodLabels]).Distinct()];
        PortNames = [.. Ports.OfType<Port.ByName>().Select(port => port.Name).Distinct(StringComparer.Ordinal)];
    }

    public ClusterProfile Profile { get; }

    public IReadOnlyList<string> Namespaces { get; }

    /// <summary>A namespace that no policy of the set lives in.</summary>
    public string Elsewhere { get; }

    public IReadOnlyList<LabelSelector> NamespaceSelectors { get; }

    public IReadOnlyList<LabelSelector> Subjects { get; }

    public IReadOnlyList<LabelSelector> PodSelectors { get; }

    public IReadOnlyList<RulePeer> Peers { get; }

    public IReadOnlyList<Port> Ports { get; }

    public IReadOnlyList<DnsPattern> Hosts { get; }

    public IReadOnlyList<string> PortNames { get; }

    public static Atoms Of(PolicySet set, ClusterProfile profile) => new(set, profile);
}
