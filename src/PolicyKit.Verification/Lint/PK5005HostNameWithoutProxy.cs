using PolicyKit.Manifests;
using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Lint;

/// <summary>Cilium learns the addresses of a name from the answers that pass its DNS proxy; without a rule that sends them there it learns none.</summary>
internal sealed class PK5005HostNameWithoutProxy : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        var names = manifests.Allowing.Where(rule => rule.Direction == Direction.Egress && rule.PeerLeaves.Any(leaf => leaf is EndpointPredicate.LearnedFor)).ToList();
        foreach (var rule in names)
        {
            if (rule.World.Policies.FirstOrDefault(policy => ReferenceEquals(policy.Manifest, rule.Manifest)) is not CiliumModel) continue;
            if (rule.World.Rules.Any(other => other.Direction == Direction.Egress && HasDnsRules(other) && Selects(other, rule.Pod))) continue;
            yield return Finding(RuleCatalogue.PK5005, rule, "The rule allows a host name, and no rule here sends the pod's DNS through the proxy that learns its addresses.", "Add a rule to the pods of DNS with 'rules: {dns: [{matchPattern: \"*\"}]}'.");
        }
    }

    private static bool HasDnsRules(LintedRule rule) =>
        ItemAt(rule) is { } item && SpecView.ItemsOf(item, "toPorts", rule.Place).Any(entry => entry.Item["rules"] is ManifestMap { } rules && rules["dns"] is ManifestList { Count: > 0 });

    /// <summary>The item as it is written, found by its place.</summary>
    private static ManifestMap? ItemAt(LintedRule rule) => Find(rule.Manifest.Root, rule.Place);

    private static ManifestMap? Find(ManifestNode node, Place place) => node switch
    {
        ManifestMap map when map.Position == place.Position && map["toPorts"] is not null => map,
        ManifestMap map => map.Select(entry => Find(entry.Value, place)).FirstOrDefault(found => found is not null),
        ManifestList list => list.Select(item => Find(item, place)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool Selects(LintedRule other, Endpoint pod) =>
        other.Block.Subject.Test(new Sight(ExamplePod.Nobody, pod.Addresses[0], pod, pod.Addresses[0], Traffic.Tcp(1), other.World.Answers), Side.Peer) == Truth.True;
}
