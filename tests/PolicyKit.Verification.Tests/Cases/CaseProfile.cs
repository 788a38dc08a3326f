using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using YamlDotNet.RepresentationModel;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>Reads the keys of a profile that the cases use.</summary>
internal static class CaseProfile
{
    public static (EnforcerFacts Facts, IReadOnlyList<IpAddress> ApiServer) Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var cilium = Child(root, "cilium") as YamlMappingNode;
        var modes = (Child(cilium, "cidrMatchMode") as YamlSequenceNode)?.Children.Select(node => node.ToString()).ToList() ?? [];
        var facts = new EnforcerFacts
        {
            Enforcer = Child(root, "engine")?.ToString() switch
            {
                "cilium" => Enforcer.Cilium,
                "calico" => Enforcer.Calico,
                "kube-network-policies" => Enforcer.KubeNetworkPolicies,
                _ => Enforcer.Unknown,
            },
            Cilium = new()
            {
                Version = Version.Parse(Child(cilium, "version")?.ToString() ?? "1.18"),
                CidrMatch = (modes.Contains("nodes") ? CiliumCidrMatch.Nodes : 0) | (modes.Contains("pods") ? CiliumCidrMatch.Pods : 0),
                Enforcement = Enum.Parse<CiliumEnforcementMode>(Child(cilium, "enforcement")?.ToString() ?? "default", ignoreCase: true),
            },
        };
        var addresses = (Child(Child(root, "apiServer") as YamlMappingNode, "cidrs") as YamlSequenceNode)?.Children.Select(node => IpAddress.Parse(node.ToString().Split('/')[0])) ?? [];
        return (facts, [.. addresses]);
    }

    private static YamlNode? Child(YamlMappingNode? map, string key) =>
        map is not null && map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
