using PolicyKit.Manifests;
using PolicyKit.Verification.Lint;

namespace PolicyKit.Verification.Tests.Lint;

/// <summary>Puts YAML before the lint on manifests.</summary>
internal static class Linted
{
    /// <summary>The findings of one rule, each on one line.</summary>
    public static IReadOnlyList<string> By(string id, string yaml, ClusterProfile? profile = null) =>
        [.. All(yaml, profile).Where(finding => finding.Id == id).Select(finding => finding.ToString())];

    public static IReadOnlyList<Diagnostic> All(string yaml, ClusterProfile? profile = null)
    {
        var read = ManifestReader.Read(yaml, "policy.yaml");
        read.Diagnostics.ShouldBeEmpty();
        return ManifestLint.Check(read.Manifests, profile);
    }

    /// <summary>A CiliumNetworkPolicy of namespace shop around its spec in flow style.</summary>
    public static string CiliumPolicy(string spec, string name = "cnp") =>
        $$"""
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: {{name}}, namespace: shop}
        spec: {{spec}}

        """;

    /// <summary>A NetworkPolicy of Calico of namespace shop around its spec in flow style.</summary>
    public static string CalicoPolicy(string spec, string name = "cali") =>
        $$"""
        apiVersion: projectcalico.org/v3
        kind: NetworkPolicy
        metadata: {name: {{name}}, namespace: shop}
        spec: {{spec}}

        """;
}
