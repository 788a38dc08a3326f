namespace PolicyKit.Verification.Connecting;

/// <summary>Two ends between which some connection is possible, or may be.</summary>
/// <param name="From">Where connections come from: <c>namespace/name</c>, <c>cidr:A/B</c> outside the cluster, or <c>node:NAME</c>.</param>
/// <param name="To">Where they go; also <c>dns:NAME</c> for a host name that policies mention.</param>
/// <param name="Allowed">The ports that both ends allow.</param>
/// <param name="Undefined">The ports on which it depends on an open question, by question; none when the enforcer settles all.</param>
public sealed record ReachablePair(string From, string To, AllowedPorts Allowed, ValueArray<UndefinedPorts> Undefined)
{
    /// <summary>The pair on one line.</summary>
    /// <returns>For example <c>shop/web => shop/db: TCP 5432</c>.</returns>
    public override string ToString() => $"{From} => {To}: {string.Join("; ", new[] { Allowed.IsEmpty ? null : Allowed.ToString() }.OfType<string>().Concat(Undefined.Select(ports => $"undefined {ports}")))}";
}
