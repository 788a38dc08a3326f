using PolicyKit.Manifests;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>Reads the keys of a profile that the cases use.</summary>
internal static class CaseProfile
{
    /// <param name="text">The profile.</param>
    /// <param name="manifests">The manifests: no profile names a channel, so it is the narrowest that has the fields they use.</param>
    public static ClusterProfile Read(string text, string manifests)
    {
        var experimental = manifests.Contains("- nodes:", StringComparison.Ordinal) || manifests.Contains("- domainNames:", StringComparison.Ordinal);
        var root = ManifestReader.ReadNode(text).Node as ManifestMap;
        var cilium = root?["cilium"] as ManifestMap;
        var modes = Texts(cilium?["cidrMatchMode"]);
        return new()
        {
            Engine = Text(root?["engine"]) switch
            {
                "cilium" => Enforcer.Cilium,
                "calico" => Enforcer.Calico,
                "kube-network-policies" => Enforcer.KubeNetworkPolicies,
                _ => Enforcer.Unknown,
            },
            ApiServer = new() { Cidrs = Texts((root?["apiServer"] as ManifestMap)?["cidrs"]).Select(CidrBlock.Parse).ToValueArray() },
            ClusterNetworkPolicy = new() { Channel = experimental ? ReleaseChannel.Experimental : ReleaseChannel.Standard },
            Cilium = new()
            {
                Version = EngineVersion.TryParse(Text(cilium?["version"]), out var version) ? version : new(1, 20),
                CidrMatchMode = modes.Select(mode => Enum.Parse<CidrMatchMode>(mode, ignoreCase: true)).ToValueArray(),
                Enforcement = Enum.Parse<CiliumEnforcement>(Text(cilium?["enforcement"]) ?? "default", ignoreCase: true),
            },
        };
    }

    private static string? Text(ManifestNode? node) => (node as ManifestText)?.Value;

    private static IEnumerable<string> Texts(ManifestNode? node) => (node as ManifestList)?.Select(item => ((ManifestText)item).Value) ?? [];
}
