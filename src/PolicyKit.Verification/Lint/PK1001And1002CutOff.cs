using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Pods whose egress is restricted reach neither the API server nor DNS, unless a policy that selects them allows it.</summary>
/// <remarks>A policy without a single egress rule denies all egress aloud, and is left alone.</remarks>
internal sealed class PK1001And1002CutOff(CutOffNeed need) : ManifestRule
{
    private readonly (PolicyKit.Rules.Rule Rule, string Name, string Mend) _words = need is CutOffNeed.ApiServer
        ? (RuleCatalogue.PK1001, "the API server", "Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.")
        : (RuleCatalogue.PK1002, "DNS", "Allow UDP and TCP 53 to the pods of DNS.");

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var rule in manifests.Allowing.Where(rule => rule.Direction == Direction.Egress).DistinctBy(rule => rule.Manifest, ReferenceEqualityComparer.Instance))
        {
            if (!IsRestricted(rule)) continue;
            var covering = rule.World.Rules.Where(other => other is { Direction: Direction.Egress, Effect: Effect.Allow or Effect.AllowIfLayer7 } && Covers(other, rule.Pod)).ToList();
            if (need is CutOffNeed.ApiServer ? Reach.ApiServer(rule, covering) : Reach.Dns(rule, manifests.Cluster)) continue;
            var place = new SpecView(rule.Manifest).PlaceOf("egress");
            if (need is CutOffNeed.ApiServer ? Reach.MayBeApiServer(rule.World, covering) : Reach.MayBeDns(rule.World, covering))
            {
                yield return Finding(_words.Rule, rule.Manifest, place, $"The policy restricts egress, and none of its rules is certain to allow {_words.Name}.", _words.Mend, Severity.Info);
            }
            else
            {
                yield return Finding(_words.Rule, rule.Manifest, place, $"The policy restricts egress, and nothing here allows {_words.Name}.", _words.Mend);
            }
        }
    }

    /// <summary>Asked of an address and a port that no policy has a reason to allow by themselves.</summary>
    private static bool IsRestricted(LintedRule rule) =>
        Evaluator.Decide(rule.World.Program.Egress, new Flow(rule.Pod, new Endpoint("outside", Kinds.Outside) { Addresses = [IpAddress.Parse("192.0.2.201")] }, Traffic.Tcp(9)), rule.World.Answers) is Verdict.Deny;

    private static bool Covers(LintedRule other, Endpoint pod) =>
        (other.Block.Subject & other.Written.Own).Test(new Sight(ExamplePod.Nobody, pod.Addresses[0], pod, pod.Addresses[0], Traffic.Tcp(1), other.World.Answers), Side.Peer) == Truth.True;
}
