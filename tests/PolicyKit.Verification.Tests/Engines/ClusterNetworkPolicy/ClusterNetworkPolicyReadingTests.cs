using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.ClusterNetworkPolicy;

/// <summary>What the CRD accepts of a ClusterNetworkPolicy in both channels, and what it refuses.</summary>
internal sealed class ClusterNetworkPolicyReadingTests
{
    private const string Head = "tier: Admin, priority: 10, subject: {namespaces: {}}";

    [TestCase("tier: Admin, priority: 0, subject: {namespaces: {}}")]
    [TestCase("tier: Baseline, priority: 1000, subject: {pods: {podSelector: {}}}")]
    [TestCase(Head + ", egress: []")]
    [TestCase(Head + ", ingress: [{action: Accept, from: [{namespaces: {matchExpressions: [{key: a, operator: notIn}]}}]}]")]
    [TestCase(Head + ", ingress: [{action: Accept, from: [{namespaces: {matchLabels: {'a=b': c}}}]}]")]
    [TestCase(Head + ", ingress: [{action: Pass, from: [{namespaces: {}}], protocols: [{destinationNamedPort: ''}]}]")]
    [TestCase(Head + ", ingress: [{name: a, action: Deny, from: [{namespaces: {}}]}, {name: a, action: Deny, from: [{namespaces: {}}]}]")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{networks: [10.1.2.3/8, 'fd00::/8']}]}]")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{sctp: {destinationPort: {range: {start: 1, end: 65535}}}}]}]")]
    public void Both_channels_accept(string spec)
    {
        ReadingOf(ClusterPolicy(spec)).Count.ShouldBe(1);
        ReadingOf(ClusterPolicy(spec), channel: ReleaseChannel.Experimental).Count.ShouldBe(1);
    }

    [TestCase("priority: 10, subject: {namespaces: {}}", "The field 'tier' is required.")]
    [TestCase("tier: admin, priority: 10, subject: {namespaces: {}}", "'admin' is not a tier.")]
    [TestCase("tier: Admin, subject: {namespaces: {}}", "The field 'priority' is required.")]
    [TestCase("tier: Admin, priority: 1001, subject: {namespaces: {}}", "1001 is not between 0 and 1000.")]
    [TestCase("tier: Admin, priority: -1, subject: {namespaces: {}}", "-1 is not between 0 and 1000.")]
    [TestCase("tier: Admin, priority: 10", "The field 'subject' is required.")]
    [TestCase("tier: Admin, priority: 10, subject: {}", "There is nothing here that counts.")]
    [TestCase("tier: Admin, priority: 10, subject: {namespaces: {}, pods: {podSelector: {}}}", "There are several things here: namespaces and pods.")]
    [TestCase("tier: Admin, priority: 10, subject: {pods: {namespaceSelector: {}}}", "The field 'podSelector' is required.")]
    [TestCase(Head + ", ingress: [{action: Allow, from: [{namespaces: {}}]}]", "'Allow' is not an action.")]
    [TestCase(Head + ", ingress: [{from: [{namespaces: {}}]}]", "The field 'action' is required.")]
    [TestCase(Head + ", egress: [{action: Deny}]", "The field 'to' is required.")]
    [TestCase(Head + ", egress: [{action: Deny, to: []}]", "There are 0 items here, and 1 to 25 are allowed.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{}]}]", "There is nothing here that counts.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: null}]}]", "There is nothing here that counts.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}, networks: [10.0.0.0/8]}]}]", "There are several things here: namespaces and networks.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{networks: [10.0.0.1]}]}]", "'10.0.0.1' is not a network.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{networks: [010.0.0.0/8]}]}]", "'010.0.0.0/8' is not a network.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{networks: ['::ffff:10.0.0.0/104']}]}]", "'::ffff:10.0.0.0/104' is not a network.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{networks: [10.0.0.0/8, 10.0.0.0/8]}]}]", "'10.0.0.0/8' is written twice.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: []}]", "There are 0 items here, and 1 to 25 are allowed.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: {}}]}]", "There is nothing here that counts.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 0}}}]}]", "0 is not between 1 and 65535.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: '80'}}}]}]", "The field needs a whole number, and there is the text '80'.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {range: {start: 80, end: 80}}}}]}]", "The range 80-80 does not end after it starts.")]
    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {range: {start: 80}}}}]}]", "The field 'end' is required.")]
    public void Both_channels_refuse(string spec, string problem)
    {
        foreach (var channel in Enum.GetValues<ReleaseChannel>())
        {
            var reading = ReadingOf(ClusterPolicy(spec), channel: channel);
            reading.IsRejected.ShouldBeTrue();
            reading.Count.ShouldBe(0);
            reading.Findings.Select(finding => finding.Diagnostic.Message).ShouldContain(message => message.Contains(problem, StringComparison.Ordinal));
        }
    }

    [TestCase("nodes: {}", false, true)]
    [TestCase("domainNames: ['*.example.com']", false, true)]
    [TestCase("domainNames: ['example.com.']", false, true)]
    [TestCase("domainNames: ['^.example.com']", false, true)]
    [TestCase("domainNames: [localhost]", false, false)]
    [TestCase("domainNames: ['*']", false, false)]
    [TestCase("domainNames: ['a.*.example.com']", false, false)]
    [TestCase("domainNames: ['**.example.com']", false, false)]
    public void The_experimental_channel_has_two_more_peers(string peer, bool standard, bool experimental)
    {
        var policy = ClusterPolicy($"{Head}, egress: [{{action: Accept, to: [{{{peer}}}]}}]");
        ReadingOf(policy).IsRejected.ShouldBe(!standard);
        ReadingOf(policy, channel: ReleaseChannel.Experimental).IsRejected.ShouldBe(!experimental);
    }

    [Test]
    public void Only_the_experimental_channel_refuses_a_named_port_toward_networks()
    {
        var policy = ClusterPolicy($"{Head}, egress: [{{action: Deny, to: [{{networks: [10.0.0.0/8]}}], protocols: [{{destinationNamedPort: http}}]}}]");
        ReadingOf(policy).IsRejected.ShouldBeFalse();
        ReadingOf(policy, channel: ReleaseChannel.Experimental).IsRejected.ShouldBeTrue();
    }

    [TestCase(25, true)]
    [TestCase(26, false)]
    public void There_are_25_items_of_everything_at_most(int count, bool valid)
    {
        Valid(Head + $", ingress: [{Repeat("{action: Deny, from: [{namespaces: {}}]}")}]").ShouldBe(valid);
        Valid(Head + $", ingress: [{{action: Deny, from: [{Repeat("{namespaces: {}}")}]}}]").ShouldBe(valid);
        Valid(Head + $", ingress: [{{action: Deny, from: [{{namespaces: {{}}}}], protocols: [{Repeat("{destinationNamedPort: a}")}]}}]").ShouldBe(valid);

        string Repeat(string item) => string.Join(", ", Enumerable.Repeat(item, count));
    }

    [TestCase(100, true)]
    [TestCase(101, false)]
    public void A_rule_name_has_100_characters_at_most(int length, bool valid) =>
        Valid($"{Head}, ingress: [{{name: {new string('n', length)}, action: Deny, from: [{{namespaces: {{}}}}]}}]").ShouldBe(valid);

    [TestCase(Head + ", egress: [{action: Deny, to: [{namespaces: {}}], ports: [{portNumber: {port: 80}}]}]", "spec.egress[0].ports", "shop/web > ops/tool TCP/9999", "deny")]
    [TestCase("tier: Admin, priority: 10, subject: {namespaces: {namespaceSelector: {matchLabels: {team: shop}}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]", "spec.subject.namespaces.namespaceSelector", "shop/web > ops/tool TCP/80", "deny")]
    public void Words_of_the_older_version_are_dropped_and_widen_the_rule(string spec, string path, string flow, string verdict)
    {
        var reading = ReadingOf(ClusterPolicy(spec));
        reading.Findings.ShouldHaveSingleItem().Consequence.ShouldBe(ReadConsequence.Pruned);
        reading.Findings[0].Path.ShouldBe(path);
        Judge.Of(reading, Worlds.Small).Ask(flow).ShouldBe(verdict);
    }

    [Test]
    public void A_key_without_a_value_is_dropped_and_said()
    {
        var reading = ReadingOf(ClusterPolicy(Head + ", egress: null"));
        reading.Count.ShouldBe(1);
        reading.Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldBe("ClusterNetworkPolicy cnp: 'spec.egress': There is no value behind this key. The API server drops it, and the rest acts without it.");
    }

    [Test]
    public void A_subject_that_nobody_understands_is_not_modelled()
    {
        var reading = ReadingOf(ClusterPolicy("tier: Admin, priority: 10, subject: {namespaces: {matchExpressions: [{key: a, operator: Gt, values: [b]}]}}"));
        reading.IsModelled.ShouldBeFalse();
        reading.Count.ShouldBe(0);
        reading.Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldEndWith("PolicyKit does not model this, so it says nothing about what the object selects.");
    }

    [Test]
    public void A_namespace_is_refused_on_a_cluster_wide_kind() =>
        ReadingOf(ClusterPolicy(Head).Replace("{name: cnp}", "{name: cnp, namespace: shop}", StringComparison.Ordinal)).IsRejected.ShouldBeTrue();

    [Test]
    public void The_baseline_of_the_older_version_is_called_default() =>
        ReadingOf("""
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: BaselineAdminNetworkPolicy
            metadata: {name: mine}
            spec: {subject: {namespaces: {}}}
            """).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain("'mine' is not a name for this kind.");

    private static bool Valid(string spec) => !ReadingOf(ClusterPolicy(spec)).IsRejected;
}
