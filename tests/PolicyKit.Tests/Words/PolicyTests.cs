using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Words;

/// <summary>What the verbs of a policy do to it.</summary>
public sealed class PolicyTests
{
    private static Policy Web => Policy.ForPods(("app", "web"));

    [Test]
    public void A_verb_leaves_the_policy_it_is_said_of_as_it_was()
    {
        var before = Web;

        _ = before.Named("x").InNamespace("y").WithOrder(1).WithLabels(("a", "b")).AllowIngress(Port.Https).FromAnywhere().DenyEgressByDefault().NeedsNoDns("why");

        before.ShouldBe(Web);
        before.Ingress.ShouldBeNull();
        before.Egress.ShouldBeNull();
    }

    [Test]
    public void A_direction_is_governed_by_its_own_verbs_only()
    {
        Web.DenyIngressByDefault().Ingress.ShouldBe([]);
        Web.DenyIngressByDefault().Egress.ShouldBeNull();
        Web.AllowEgress(Port.Https).ToAnywhere().Ingress.ShouldBeNull();
        Web.AllowIngress(Port.Https).FromAnywhere().DenyIngressByDefault().Ingress!.Count.ShouldBe(1);
    }

    [Test]
    public void A_policy_of_many_labels_has_the_line_of_its_first_rule()
    {
        var many = Policy.ForPods(("a", "1"), ("b", "2"), ("c", "3")).Named("many");
        many.Origin.IsKnown.ShouldBeFalse("C# tells a call with any number of arguments no line");

        var finding = PolicySet.Of(many.AllowEgress(Port.Tcp(1)).To(SameNamespace).AllowIngress(Port.Tcp(2)).From(SameNamespace)).Emit(Engine.Kubernetes).Diagnostics.First(one => one.Id == "PK1001");

        finding.Origin.File.ShouldEndWith("PolicyTests.cs");
        finding.Origin.Line.ShouldBeGreaterThan(0);
    }

    [Test]
    public void Where_a_rule_was_written_is_no_part_of_what_it_is()
    {
        var one = Web.AllowIngress(Port.Https).FromAnywhere();
        var other = Web
            .AllowIngress(Port.Https)
            .FromAnywhere();

        other.ShouldBe(one);
        other.GetHashCode().ShouldBe(one.GetHashCode());
        (other.Ingress![0].Origin.Line - one.Ingress![0].Origin.Line).ShouldBe(2);
        one.Ingress[0].Origin.File.ShouldEndWith("PolicyTests.cs");
    }

    [Test]
    public void Each_rule_knows_its_ports_peers_and_reason()
    {
        var rule = Web.AllowIngress(Port.Metrics, Port.Https).Because("scraping").From(Namespace("a"), Self).Ingress!.ShouldHaveSingleItem();

        rule.ShouldBe(new PolicyRule([Port.Metrics, Port.Https], [Namespace("a"), Self], "scraping", default));
    }

    [Test]
    public void The_two_flows_that_nearly_everything_needs_are_ordinary_rules()
    {
        Web.AllowClusterDns().ShouldBe(Web.AllowEgress(Port.Dns).To(ClusterDns));
        Web.AllowApiServer().ShouldBe(Web.AllowEgress(Port.ApiServer).To(ApiServer));
    }

    [Test]
    public void When_and_ForEach_are_the_same_as_writing_it_out()
    {
        Web.When(true, p => p.DenyEgressByDefault()).ShouldBe(Web.DenyEgressByDefault());
        Web.When(false, p => p.DenyEgressByDefault()).ShouldBe(Web);
        Web.ForEach(["a", "b"], (p, name) => p.AllowIngress(Port.Any).From(Namespace(name)))
            .ShouldBe(Web.AllowIngress(Port.Any).From(Namespace("a")).AllowIngress(Port.Any).From(Namespace("b")));
        Web.ForEach(Array.Empty<string>(), (p, name) => p.AllowIngress(Port.Any).From(Namespace(name))).ShouldBe(Web);
    }

    [Test]
    public void A_direction_governed_on_one_path_only_remembers_it_until_it_is_governed_on_all()
    {
        var inside = Web.When(true, p => p.AllowIngress(Port.Any).From(SameNamespace));

        inside.Provenance.IngressGovernedOnlyAt.ShouldNotBeNull();
        inside.Provenance.EgressGovernedOnlyAt.ShouldBeNull();
        inside.When(true, p => p.AllowIngress(Port.Https).FromAnywhere()).Provenance.IngressGovernedOnlyAt.ShouldNotBeNull();
        inside.DenyIngressByDefault().Provenance.IngressGovernedOnlyAt.ShouldBeNull();
        Web.DenyIngressByDefault().When(true, p => p.AllowIngress(Port.Https).FromAnywhere()).Provenance.IngressGovernedOnlyAt.ShouldBeNull();
        Web.ForEach([1], (p, _) => p.DenyEgressByDefault()).Provenance.EgressGovernedOnlyAt.ShouldNotBeNull();
    }

    [Test]
    public void Labels_and_annotations_are_sorted_and_the_last_value_of_a_key_wins()
    {
        var policy = Web.WithLabels(("b", "1"), ("a", "2")).WithLabels(("b", "3")).WithAnnotations(("y", "1")).WithAnnotations(("x", "2"), ("y", "4"));

        policy.Labels.Select(label => $"{label.Key}={label.Value}").ShouldBe(["a=2", "b=3"]);
        policy.Annotations.Select(annotation => $"{annotation.Key}={annotation.Value}").ShouldBe(["x=2", "y=4"]);
    }

    [Test]
    public void Needs_are_declared_once_each() =>
        Web.Needs(ApiServer, ClusterDns).Needs(ClusterDns).DeclaredNeeds.ShouldBe([ApiServer, ClusterDns]);

    [TestCase("")]
    [TestCase(" \t")]
    public void An_empty_reason_is_refused(string reason)
    {
        const string Message = "The reason is empty. Say in a few words why, for the person who reads the policy next.";

        Should.Throw<FormatException>(() => Web.AllowIngress(Port.Https).Because(reason)).Message.ShouldBe(Message);
        Should.Throw<FormatException>(() => Web.AllowEgress(Port.Https).Because(reason)).Message.ShouldBe(Message);
        Should.Throw<FormatException>(() => Web.NeedsNoApiServer(reason)).Message.ShouldBe(Message);
        Should.Throw<FormatException>(() => Web.NeedsNoDns(reason)).Message.ShouldBe(Message);
    }

    [Test]
    public void Half_a_surrogate_pair_is_no_reason_and_no_annotation()
    {
        const string Message = "The text holds half of a surrogate pair, which no file can carry. Write the whole character.";

        Should.Throw<FormatException>(() => Web.AllowIngress(Port.Https).Because("a\uD83D")).Message.ShouldBe(Message);
        Should.Throw<FormatException>(() => Web.WithAnnotations(("a", "\uDE00"))).Message.ShouldBe(Message);
        Web.AllowIngress(Port.Https).Because("😀").FromAnywhere().Ingress![0].Because.ShouldBe("😀");
    }

    [Test]
    public void A_malformed_literal_throws_at_its_line_and_says_the_mend()
    {
        Should.Throw<FormatException>(() => Web.Named("My Policy")).Message.ShouldContain("Did you mean");
        Should.Throw<FormatException>(() => Web.InNamespace("Shop")).Message.ShouldEndWith("Did you mean 'shop'?");
        Should.Throw<FormatException>(() => Namespace("Shop")).Message.ShouldEndWith("Did you mean 'shop'?");
        Should.Throw<FormatException>(() => Cidr("10.0.0.1")).Message.ShouldBe("'10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?");
        Should.Throw<FormatException>(() => ApiServerAt("10.0.0.1")).Message.ShouldEndWith("Did you mean '10.0.0.1/32'?");
        Should.Throw<FormatException>(() => Cidr("10.0.0.0/8").Except("10.0.0.1")).Message.ShouldEndWith("Did you mean '10.0.0.1/32'?");
    }
}
