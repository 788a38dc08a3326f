using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Pods whose egress is restricted reach neither the API server nor DNS, unless a policy that selects them allows it.</summary>
/// <remarks>A need that was declared and is not allowed is an error: somebody said that the workload does not run without it.</remarks>
internal sealed class PK1001And1002CutOff(Rule rule, Need need) : LintRule
{
    private readonly (string Name, string Verb, string Word) _words = need is Need.ApiServer
        ? ("the API server", "AllowApiServer()", "NeedsNoApiServer")
        : ("DNS", "AllowClusterDns()", "NeedsNoDns");

    public override void Visit(LintedPolicy policy)
    {
        var isDeclared = policy.Written.DeclaredNeeds.Count > 0 && policy.Written.DeclaredNeeds.Any(Is);
        if ((!isDeclared && policy.Written.Egress is not { Count: > 0 }) || policy.Covering is not { } covering) return;

        // A declared need is asked for wherever egress is denied; without it, a bare default deny was said aloud and stands.
        var restricted = isDeclared && policy.Set.Coverage.Covering(policy.Written).Any(group => group.Policies.Any(other => other.Egress is not null));
        var own = policy.Written.Egress is { Count: > 0 } || restricted ? EgressFacts.Restricts : EgressFacts.None;
        switch (EgressReach.Verdict(own, covering, need))
        {
            case Reach.CutOff when isDeclared:
                policy.Report(rule, $"declares that it needs {_words.Name}, and nothing in its set allows it.", $"Add {_words.Verb}, or take the need back.", Severity.Error);
                break;
            case Reach.CutOff when !policy.HasAtRule(RuleCatalogue.PK1004, Severity.Warning) || need is Need.Dns:
                ReportCutOff(policy);
                break;
            case Reach.Possible:
                policy.Report(
                    rule,
                    $"restricts egress, and none of its rules is certain to allow {_words.Name}.",
                    need is Need.ApiServer ? "If one of them is meant for it, write ApiServerAt(…) there; otherwise add AllowApiServer()." : "If one of them is meant for it, write ClusterDns there; otherwise add AllowClusterDns().",
                    Severity.Info);
                break;
        }
    }

    private void ReportCutOff(LintedPolicy policy) => policy.Report(
        rule,
        $"restricts egress, and nothing in its set allows {_words.Name}.",
        $"Add {_words.Verb}, or say {_words.Word}(\"…\") if that is right.");

    private bool Is(INeed declared) => need is Need.ApiServer ? declared is ApiServerPeer : declared is ClusterDnsPeer;
}
