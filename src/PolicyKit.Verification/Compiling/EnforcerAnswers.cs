using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Compiling;

/// <summary>Which open questions an enforcer settles, and how. What nobody has checked stays open: a wrong answer here is a wrong verdict everywhere.</summary>
internal static class EnforcerAnswers
{
    /// <summary>What the text of the APIs itself decides, whoever enforces it.</summary>
    private static readonly Answers Text = Answers.None
        .With(Question.UndeclaredDirection, false)
        .With(Question.AcceptAfterIsolation, false);

    public static Answers Of(ClusterProfile profile) => profile.Engine switch
    {
        Enforcer.Cilium => Cilium(profile.Cilium),
        Enforcer.Calico => Text
            .With(Question.AddressSeesPods, true)
            .With(Question.AddressSeesNodes, true)
            .With(Question.AddressBeforeTranslation, false)
            .With(Question.HostNetworkAsSubject, false)
            .With(Question.HostNetworkAsPeer, false)
            .With(Question.OwnNodeEgress, false)
            .With(Question.IcmpWhenRestricted, true)
            .With(Question.NamedPortWithoutPeer, true)
            .With(Question.OtherDirection, false)
            .With(Question.EqualRank, true)
            .With(Question.SctpSupported, true)
            .With(Question.EndPortSupported, true),
        Enforcer.KubeNetworkPolicies => Text
            .With(Question.AddressSeesPods, true)
            .With(Question.AddressSeesNodes, true)
            .With(Question.AddressBeforeTranslation, false)
            .With(Question.HostNetworkAsSubject, false)
            .With(Question.HostNetworkAsPeer, false)
            .With(Question.OwnService, true)
            .With(Question.NamedPortWithoutPeer, true)
            .With(Question.OtherDirection, true)
            .With(Question.EqualRank, true)
            .With(Question.SctpSupported, true)
            .With(Question.EndPortSupported, true),
        Enforcer.AwsVpcCni => Text.With(Question.AddressBeforeTranslation, true),
        _ => Text,
    };

    private static Answers Cilium(CiliumFacts facts)
    {
        var answers = Text
            .With(Question.AddressSeesPods, facts.CidrMatchMode.Contains(CidrMatchMode.Pods))
            .With(Question.AddressSeesNodes, facts.CidrMatchMode.Contains(CidrMatchMode.Nodes))
            .With(Question.AddressBeforeTranslation, false)
            .With(Question.HostNetworkAsSubject, false)
            .With(Question.HostNetworkAsPeer, false)
            .With(Question.OwnNodeEgress, false)
            .With(Question.IcmpWhenRestricted, true)
            .With(Question.NamedPortWithoutPeer, facts.Version >= new EngineVersion(1, 20))
            .With(Question.UndeclaredDirection, true)
            .With(Question.OtherDirection, false)
            .With(Question.EqualRank, false)
            .With(Question.AcceptAfterIsolation, true)
            .With(Question.EndPortSupported, facts.Version >= new EngineVersion(1, 16));
        return facts.Sctp ? answers.With(Question.SctpSupported, true) : answers;
    }
}
