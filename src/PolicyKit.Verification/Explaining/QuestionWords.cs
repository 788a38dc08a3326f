using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>The open questions as people ask them, and who answers them.</summary>
internal static class QuestionWords
{
    private static readonly (string Name, Enforcer Enforcer)[] Enforcers =
        [("cilium", Enforcer.Cilium), ("calico", Enforcer.Calico), ("kube-network-policies", Enforcer.KubeNetworkPolicies), ("aws-vpc-cni", Enforcer.AwsVpcCni)];

    public static string Of(Question question) => question switch
    {
        Question.AddressSeesPods => "Does a network in a policy match pods that have an address in it?",
        Question.AddressSeesNodes => "Does a network in a policy match nodes that have an address in it?",
        Question.AddressBeforeTranslation => "Is a connection to a Service judged by the Service's own address and port?",
        Question.HostNetworkAsSubject => "Do policies restrict pods that use their node's network?",
        Question.HostNetworkAsPeer => "Does a rule that names pods match pods that use their node's network?",
        Question.OwnNodeEgress => "May a restricted pod always reach its own node?",
        Question.OwnService => "Do policies apply to a pod that reaches itself through a Service?",
        Question.IcmpWhenRestricted => "Does a restriction also deny ICMP and other protocols without ports?",
        Question.NamedPortWithoutPeer => "Does a port by its name, in a rule for everybody, match pods only?",
        Question.UndeclaredDirection => "Are rules enforced in a direction that 'policyTypes' does not name?",
        Question.OtherDirection => "Does a NetworkPolicy of the other direction keep the Baseline tier from being asked?",
        Question.EqualRank => "Of several policies of equal priority, does the first by name act (and not the strictest)?",
        Question.AcceptAfterIsolation => "Can a Baseline Accept still admit what a NetworkPolicy does not?",
        Question.SctpSupported => "Does the cluster support SCTP?",
        Question.EndPortSupported => "Does the cluster support port ranges?",
        Question.Layer7 => "Does the request satisfy the rule's conditions on its content (HTTP path, DNS name and the like)?",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How the question is settled: by saying what the cluster runs, if that answers it.</summary>
    public static string Settling(Question question) => WhoAnswers(question) is { } answers
        ? $"Say what the cluster runs with 'engine' in the profile: {answers}."
        : question == Question.Layer7 ? "Policies alone cannot answer this: it depends on each request." : "No engine is known to answer it.";

    /// <summary>Which engines answer the question, and how; null where none does.</summary>
    public static string? WhoAnswers(Question question)
    {
        var answers = Enforcers.Select(one => (one.Name, Answer: EnforcerAnswers.Of(new() { Engine = one.Enforcer })[question]))
            .Where(one => one.Answer is not null)
            .Select(one => $"{one.Name} answers {(one.Answer == true ? "yes" : "no")}")
            .ToList();
        return answers.Count == 0 ? null : string.Join(", ", answers);
    }
}
