using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>Random sets and facts of clusters that decide how the four engines write: what is known, what is run, in which version and placement.</summary>
internal static class RandomFacts
{
    /// <summary>Where the API server is: what random policies say with <c>ApiServerAt</c>.</summary>
    private static readonly ValueArray<CidrBlock> ApiServer = [CidrBlock.Parse("10.0.0.1/32"), CidrBlock.Parse("2001:db8::1/128")];

    public static Gen<(PolicySet Set, ClusterProfile Profile)> Both { get; } =
        PolicyGen.Sets(new() { UnaskableNames = false }).Zip(Profiles).Where(drawn => !Contradicts(drawn.Item1, drawn.Item2)).Select(drawn => (drawn.Item1, drawn.Item2));

    /// <remarks>No Cilium that sees nodes by address and pods not: there a network matches nodes, and /0 does not, so that one question has two answers.</remarks>
    private static Gen<ClusterProfile> Profiles =>
        from known in Gen.Frequency((9, ProfileGen.CompleteOnes), (1, ProfileGen.Patchy))
        from placement in Gen.Elements(Enum.GetValues<Placement>())
        from channel in Gen.Elements(Enum.GetValues<ReleaseChannel>())
        from version in Gen.Elements(new EngineVersion(1, 16), new EngineVersion(1, 19), new EngineVersion(1, 20))
        from sctp in Gen.Elements(true, false)
        from addresses in Gen.Elements(ApiServer, [ApiServer[0]])
        from mesh in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from resolver in Gen.Elements(known.Dns.Addresses, [CidrBlock.Parse("10.2.0.53/32")])
        from sees in Gen.Elements(ValueArray<CidrMatchMode>.Empty, [CidrMatchMode.Pods, CidrMatchMode.Nodes])
        select known with
        {
            ApiServer = known.ApiServer with { Cidrs = known.ApiServer.Cidrs is null ? null : addresses },
            Networks = known.ApiServer.OnNodes == true && known.Networks.Nodes is { } nodes ? known.Networks with { Nodes = [.. nodes, .. ApiServer] } : known.Networks,
            Dns = known.Dns with { Addresses = resolver },
            ClusterNetworkPolicy = new() { Placement = placement, Channel = channel },
            Cilium = new() { Version = version, Sctp = sctp, CidrMatchMode = sees, ClusterMesh = mesh },
        };

    /// <summary>The one API server is not here and there.</summary>
    private static bool Contradicts(PolicySet set, ClusterProfile profile) => set.Policies
        .SelectMany(policy => (policy.Ingress ?? []).Concat(policy.Egress ?? [])).SelectMany(rule => rule.Peers).OfType<ApiServerAtPeer>()
        .Select(at => at.Addresses).Append(profile.ApiServer.Cidrs ?? ApiServer).Distinct().Count() > 1;
}
