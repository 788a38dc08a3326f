using PolicyKit.Engines.Calico;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Short ways from a piece of YAML to what Calico's rules find in it.</summary>
internal static class CalicoFindings
{
    public static ClusterProfile Of(int major, int minor, CalicoEdition edition = CalicoEdition.Oss) => new() { Calico = new() { Version = new(major, minor), Edition = edition } };

    public static IReadOnlyList<string> In(string yaml, ClusterProfile? profile = null)
    {
        var read = ManifestReader.Read(yaml);
        read.Diagnostics.ShouldBeEmpty();
        var findings = new List<string>();
        CalicoRules.Check(read.Manifests.ShouldHaveSingleItem(), profile ?? ClusterProfile.Unknown, finding => findings.Add(finding.ToString()));
        return findings;
    }

    /// <summary>A namespaced policy with an ingress rule.</summary>
    public static string Ingress(string rule) => Policy($"types: [Ingress], ingress: [{{ {rule} }}]");

    public static string Egress(string rule) => Policy($"types: [Egress], egress: [{{ {rule} }}]");

    public static string Policy(string spec, string kind = "NetworkPolicy", string name = "a") => $"apiVersion: projectcalico.org/v3\nkind: {kind}\nmetadata: {{ name: {name} }}\nspec: {{ {spec} }}\n";
}
