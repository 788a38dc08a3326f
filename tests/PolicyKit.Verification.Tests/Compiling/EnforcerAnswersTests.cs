using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Tests.Compiling;

/// <summary>Who answers what: a wrong answer here is a wrong verdict everywhere.</summary>
internal sealed class EnforcerAnswersTests
{
    /// <summary>In the order of the columns: nobody, Cilium, Calico, kube-network-policies, AWS. A question mark is an open question.</summary>
    [TestCase(Question.AddressSeesPods, "? no yes yes ?")]
    [TestCase(Question.AddressSeesNodes, "? no yes yes ?")]
    [TestCase(Question.AddressBeforeTranslation, "? no no no yes")]
    [TestCase(Question.HostNetworkAsSubject, "? no no no ?")]
    [TestCase(Question.HostNetworkAsPeer, "? no no no ?")]
    [TestCase(Question.OwnNodeEgress, "? no no ? ?")]
    [TestCase(Question.OwnService, "? ? ? yes ?")]
    [TestCase(Question.IcmpWhenRestricted, "? yes yes ? ?")]
    [TestCase(Question.NamedPortWithoutPeer, "? no yes yes ?")]
    [TestCase(Question.UndeclaredDirection, "no yes no no no")]
    [TestCase(Question.OtherDirection, "? no no yes ?")]
    [TestCase(Question.EqualRank, "? no yes yes ?")]
    [TestCase(Question.AcceptAfterIsolation, "no yes no no no")]
    [TestCase(Question.SctpSupported, "? ? yes yes ?")]
    [TestCase(Question.EndPortSupported, "? yes yes yes ?")]
    [TestCase(Question.Layer7, "? ? ? ? ?")]
    public void Each_enforcer_answers_what_has_been_checked(Question question, string answers)
    {
        Enforcer[] enforcers = [Enforcer.Unknown, Enforcer.Cilium, Enforcer.Calico, Enforcer.KubeNetworkPolicies, Enforcer.AwsVpcCni];
        enforcers.Length.ShouldBe(Enum.GetValues<Enforcer>().Length);
        string.Join(' ', enforcers.Select(enforcer => EnforcerAnswers.Of(new() { Engine = enforcer })[question] switch { true => "yes", false => "no", null => "?" })).ShouldBe(answers);
    }

    [Test]
    public void Every_question_has_a_row() =>
        typeof(EnforcerAnswersTests).GetMethod(nameof(Each_enforcer_answers_what_has_been_checked))!.GetCustomAttributes(typeof(TestCaseAttribute), false)
            .Select(row => (Question)((TestCaseAttribute)row).Arguments[0]!).Order().ShouldBe(Enum.GetValues<Question>());

    [TestCase(Question.AddressSeesNodes, true)]
    [TestCase(Question.AddressSeesPods, true)]
    [TestCase(Question.NamedPortWithoutPeer, true)]
    [TestCase(Question.SctpSupported, true)]
    public void Ciliums_switches_and_version_change_its_answers(Question question, bool answer) =>
        EnforcerAnswers.Of(new() { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 20), CidrMatchMode = [CidrMatchMode.Nodes, CidrMatchMode.Pods], Sctp = true } })[question].ShouldBe(answer);

    [Test]
    public void An_old_Cilium_has_no_ranges() =>
        EnforcerAnswers.Of(new() { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 15) } })[Question.EndPortSupported].ShouldBe(false);

    [Test]
    public void Answers_are_said_in_words() =>
        Answers.None.With(Question.Layer7, true).With(Question.EqualRank, true).With(Question.EqualRank, false).ToString().ShouldBe("EqualRank: no, Layer7: yes");
}
