using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Reading;

namespace PolicyKit.App.Inputs;

/// <summary>
/// What is assumed of a cluster that manifests were written for, where its profile leaves it out. To emit, the careful choice is an old
/// version; to judge what somebody runs already, it is the one that knows every field they wrote.
/// </summary>
internal static class UnsaidFacts
{
    /// <summary>The newest version whose behaviour the judge knows.</summary>
    private static readonly EngineVersion NewestCilium = new(1, 20);

    /// <summary>The facts with the assumptions in their place.</summary>
    /// <param name="profile">The facts.</param>
    /// <param name="text">The profile as it was written; null when there is none.</param>
    /// <param name="manifests">What is judged.</param>
    /// <param name="note">Told about an assumption that somebody may want to know.</param>
    public static ClusterProfile Fill(ClusterProfile profile, ManifestMap? text, IReadOnlyList<Manifest> manifests, Action<string> note)
    {
        if (!Says(text, "cilium", "version")) profile = profile with { Cilium = profile.Cilium with { Version = NewestCilium } };
        if (Says(text, "clusterNetworkPolicy", "channel")) return profile;
        var experimental = profile with { ClusterNetworkPolicy = profile.ClusterNetworkPolicy with { Channel = ReleaseChannel.Experimental } };
        var policies = manifests.Where(manifest => manifest.Kind == "ClusterNetworkPolicy").ToList();
        if (policies.Count == 0 || Losses(policies, experimental) >= Losses(policies, profile)) return profile;
        note("info: A ClusterNetworkPolicy uses fields of the experimental channel, which is taken to be installed. If it is not, write 'clusterNetworkPolicy: {channel: standard}' in the profile.");
        return experimental;
    }

    private static bool Says(ManifestMap? text, string section, string key) => (text?[section] as ManifestMap)?[key] is not null;

    private static int Losses(IEnumerable<Manifest> policies, ClusterProfile profile) =>
        Judge.Read(policies, profile).Findings.Count(finding => finding.Consequence != ReadConsequence.Accepted);
}
