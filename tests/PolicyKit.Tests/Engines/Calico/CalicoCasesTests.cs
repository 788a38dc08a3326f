using PolicyKit.Engines.Calico;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Objects that a Calico cluster holds, and the charts' own: the rules must not refuse what the API server took.</summary>
public sealed class CalicoCasesTests
{
    [TestCase("differential", "calico")]
    [TestCase("differential", "calico-v6")]
    [TestCase("charts")]
    public void What_the_API_server_took_is_not_refused(params string[] folder)
    {
        var root = SharedCases.File(folder);
        var seen = 0;
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(root, "manifests.yaml", SearchOption.AllDirectories))
        {
            foreach (var manifest in ManifestReader.Read(File.ReadAllText(file)).Manifests.Where(Engine.Calico.Owns))
            {
                seen++;
                CalicoRules.Check(manifest, ClusterProfile.Unknown, finding =>
                {
                    if (finding.Objector is not Objector.WeRefuse) wrong.Add($"{Path.GetRelativePath(root, file)}: {manifest}, {finding}");
                });
            }
        }

        wrong.ShouldBeEmpty();
        seen.ShouldBePositive();
    }
}
