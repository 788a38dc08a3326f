using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>Input: the tree of a profile. Output: the facts, and what is wrong. Promise: no key is passed over, and what is not said stays not known.</summary>
internal static class ProfileReader
{
    private static readonly FactWords<Enforcer> Enforcers = new(
        ("kubernetes", Enforcer.Unknown),
        ("cilium", Enforcer.Cilium),
        ("calico", Enforcer.Calico),
        ("kube-network-policies", Enforcer.KubeNetworkPolicies),
        ("aws-vpc-cni", Enforcer.AwsVpcCni));

    public static ClusterProfile? Read(ManifestNode root, FactFindings findings) => FactMap.Read(root, "", findings, facts => new ClusterProfile
    {
        Engine = facts.Word("engine", Enforcers) ?? Enforcer.Unknown,
        ApiServer = facts.Section("apiServer", ApiServerReader.Read) ?? new(),
        Dns = facts.Section("dns", Dns) ?? new(),
        Networks = facts.Section("networks", Networks) ?? new(),
        Cilium = facts.Section("cilium", EngineFactsReader.Cilium) ?? new(),
        Calico = facts.Section("calico", EngineFactsReader.Calico) ?? new(),
        ClusterNetworkPolicy = facts.Section("clusterNetworkPolicy", EngineFactsReader.ClusterNetworkPolicy) ?? new(),
    });

    private static DnsFacts Dns(FactMap facts)
    {
        var unsaid = new DnsFacts();
        var addresses = facts.List("addresses", "a list of addresses", "Write them as a list: [\"10.96.0.10/32\"].", FactValues.Address) ?? unsaid.Addresses;
        return new()
        {
            Namespace = facts.Text("namespace", NameSyntax.Namespace) ?? unsaid.Namespace,
            PodLabels = facts.Any("podLabels", FactValues.Labels) ?? unsaid.PodLabels,
            Port = facts.Integer("port", FactSyntax.Port) ?? unsaid.Port,
            Addresses = facts.Any("nodeLocal", FactValues.Address) is { } nodeLocal && !addresses.Contains(nodeLocal) ? addresses.Add(nodeLocal) : addresses,
        };
    }

    private static NetworkFacts Networks(FactMap facts) => new()
    {
        Pods = Blocks(facts, "pods"),
        Services = Blocks(facts, "services"),
        Nodes = Blocks(facts, "nodes"),
        Tunnels = Blocks(facts, "tunnels"),
    };

    internal static ValueArray<CidrBlock>? Blocks(FactMap facts, string key, bool needsOne = false) =>
        facts.List(key, "a list of networks", "Write them as a list: [\"10.0.0.0/8\"].", FactValues.Network, needsOne);
}
