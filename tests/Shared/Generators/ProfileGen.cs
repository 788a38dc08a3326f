using FsCheck;
using FsCheck.Fluent;

namespace PolicyKit.Tests.Generators;

/// <summary>Random facts of clusters, and one that knows everything.</summary>
public static class ProfileGen
{
    /// <summary>A profile that has every fact; its networks are those that <see cref="World.Networks"/> cuts across.</summary>
    public static ClusterProfile Complete { get; } = new()
    {
        ApiServer = new() { Cidrs = Blocks("10.0.0.1/32"), Ports = [6443], Service = CidrBlock.Parse("10.96.0.1/32"), OnNodes = false, Sources = ApiServerSources.Endpoints },
        Dns = new() { Addresses = Blocks("10.96.0.10/32", "169.254.20.10/32") },
        Cilium = new() { Version = new(1, 20) },
        Networks = new()
        {
            Pods = Blocks("10.1.0.0/16", "fd00:1::/48"),
            Services = Blocks("10.96.0.0/12"),
            Nodes = Blocks("10.2.0.0/24", "fd00:2::/64"),
            Tunnels = ValueArray<CidrBlock>.Empty,
        },
    };

    /// <summary>The same in a cluster that enforces an engine, with what it has to be switched on for.</summary>
    public static ClusterProfile For(Engine engine) => Complete with
    {
        Engine = engine.Name switch
        {
            "cilium" => Enforcer.Cilium,
            "clusterNetworkPolicy" => Enforcer.KubeNetworkPolicies,
            _ => Enforcer.Calico,
        },
        Cilium = Complete.Cilium with { Sctp = true },
    };

    /// <summary>Profiles with every fact, for any enforcer, and every answer about the API server.</summary>
    public static Gen<ClusterProfile> CompleteOnes { get; } =
        from engine in Gen.Elements(Enum.GetValues<Enforcer>())
        from onNodes in Gen.Elements<bool?>(true, false, null)
        from service in Gen.Elements<CidrBlock?>(null, Complete.ApiServer.Service)
        from sources in Sources
        from port in Gen.Elements(53, 5353)
        select Complete with
        {
            Engine = engine,
            ApiServer = Complete.ApiServer with { OnNodes = onNodes, Service = service, Sources = sources },
            Dns = Complete.Dns with { Port = port },
        };

    /// <summary>Profiles in which any fact may be missing.</summary>
    public static Gen<ClusterProfile> Patchy { get; } =
        from whole in CompleteOnes
        from missing in Gen.Choose(0, 1).ArrayOf(6)
        select whole with
        {
            ApiServer = whole.ApiServer with
            {
                Cidrs = missing[0] == 0 ? null : whole.ApiServer.Cidrs,
                Ports = missing[1] == 0 ? null : whole.ApiServer.Ports,
                Sources = missing[2] == 0 ? null : whole.ApiServer.Sources,
            },
            Networks = whole.Networks with
            {
                Pods = missing[3] == 0 ? null : whole.Networks.Pods,
                Nodes = missing[4] == 0 ? null : whole.Networks.Nodes,
                Tunnels = missing[5] == 0 ? null : whole.Networks.Tunnels,
            },
        };

    private static Gen<ApiServerSources?> Sources => Gen.Elements<ApiServerSources?>(
        ApiServerSources.Endpoints,
        ApiServerSources.Nodes,
        ApiServerSources.Anywhere,
        new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"))),
        new ApiServerSources.FromNetworks(Blocks("10.0.0.0/28")));

    private static ValueArray<CidrBlock> Blocks(params string[] texts) => texts.Select(CidrBlock.Parse).ToValueArray();
}
