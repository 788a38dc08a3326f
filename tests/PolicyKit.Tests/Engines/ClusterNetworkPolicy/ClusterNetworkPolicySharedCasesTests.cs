using PolicyKit.Engines.ClusterNetworkPolicy;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Objects with the verdict of the API server on each channel, replayed in full where the cases are at hand.</summary>
public sealed class ClusterNetworkPolicySharedCasesTests
{
    [TestCase(ReleaseChannel.Standard, "standard")]
    [TestCase(ReleaseChannel.Experimental, "experimental")]
    public void The_rules_agree_with_the_API_server(ReleaseChannel channel, string verdict)
    {
        if (Environment.GetEnvironmentVariable("POLICYKIT_CASES") is not { Length: > 0 } folder)
        {
            Assert.Ignore("POLICYKIT_CASES does not name the folder of the shared cases.");
            return;
        }

        var read = ManifestReader.ReadNode(File.ReadAllText(Path.Combine(folder, "validation", "cluster-network-policy.json")));
        read.Diagnostics.ShouldBeEmpty();
        var cases = ((ManifestList)((ManifestMap)read.Node!)["cases"]!).Cast<ManifestMap>().ToList();

        cases.Count.ShouldBeGreaterThan(70);
        cases.Where(one => IsValid((ManifestMap)one["object"]!, channel) != ((ManifestBoolean)one[verdict]!).Value).Select(one => ((ManifestText)one["name"]!).Value).ShouldBeEmpty();
    }

    private static bool IsValid(ManifestMap root, ReleaseChannel channel)
    {
        var valid = true;
        ClusterNetworkPolicyRules.Check(new(root), new() { ClusterNetworkPolicy = new() { Channel = channel } }, finding => valid &= finding.Objector is not Objector.ApiServerRefuses);
        return valid;
    }
}
