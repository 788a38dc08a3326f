namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>Says of a set that was really built whether it cuts pods off. It shares nothing with the predicate of the analyzers: each rule's meaning is a row of a table.</summary>
internal static class Oracle
{
    private static readonly Dictionary<string, (Path ApiServer, Path Dns)> Rules = new(StringComparer.Ordinal)
    {
        ["5432/TCP to Namespace(\"data\")"] = (Path.None, Path.None),
        ["443/TCP to Namespace(\"data\")"] = (Path.None, Path.None),
        ["443/TCP to Nodes"] = (Path.Open, Path.None),
        ["5432/TCP to Nodes"] = (Path.None, Path.None),
        ["443/TCP to Cidr(\"198.51.100.0/24\")"] = (Path.None, Path.None),
        ["apiserver to ApiServer"] = (Path.Open, Path.None),
        ["dns to ClusterDns"] = (Path.None, Path.Open),
        ["443/TCP to Cidr(\"10.0.0.0/8\")"] = (Path.Perhaps, Path.None),
        ["dns to Cidr(\"169.254.20.10/32\")"] = (Path.None, Path.Perhaps),
        ["any to Anywhere"] = (Path.Open, Path.Open),
        ["443/TCP, dns to Nodes, ClusterDns"] = (Path.Open, Path.Open),
    };

    public enum Path
    {
        None,
        Perhaps,
        Open,
    }

    /// <summary>The worst that a policy of the set meets: no path, perhaps one, or nothing to complain of.</summary>
    public static Path Worst(PolicySet set, bool apiServer) => set.Policies
        .Where(policy => policy.Egress is { Count: > 0 })
        .Select(policy => set.Policies.Where(other => Covers(other, policy)).Max(other => Best(other, apiServer)))
        .DefaultIfEmpty(Path.Open)
        .Min();

    private static bool Covers(Policy wide, Policy narrow) =>
        wide.Namespace == narrow.Namespace && wide.Subject.Requirements.All(requirement => narrow.Subject.Requirements.Contains(requirement));

    private static Path Best(Policy policy, bool apiServer)
    {
        if ((apiServer ? policy.NoApiServerBecause : policy.NoDnsBecause) is not null) return Path.Open;
        return (policy.Egress ?? []).Select(rule => Rules[$"{string.Join(", ", rule.Ports)} to {string.Join(", ", rule.Peers)}"])
            .Select(paths => apiServer ? paths.ApiServer : paths.Dns).DefaultIfEmpty(Path.None).Max();
    }
}
