using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.Kubernetes;

/// <summary>What the API server accepts of a NetworkPolicy, what it refuses, what it drops; and what is said about it.</summary>
internal sealed class NetworkPolicyReadingTests
{
    private const string LongLabel = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [TestCase("{ingress: []}")]
    [TestCase("{ingress: [{}]}")]
    [TestCase("{ingress: [{from: [], ports: []}]}")]
    [TestCase("{ingress: [{ports: [{}, {port: 80}, {protocol: SCTP}, {port: dns, protocol: UDP}]}]}")]
    [TestCase("{podSelector: null}")]
    [TestCase("{podSelector: {matchLabels: {k: ''}}}")]
    [TestCase("{policyTypes: [Ingress, Ingress]}")]
    [TestCase("{policyTypes: [Egress], ingress: [{}]}")]
    [TestCase("{ingress: [{from: [{podSelector: {matchLabels: {a.example/b: c}}, namespaceSelector: {}}]}]}")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.1.2.0/24]}}]}]}")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 'fd00::/8', except: ['fd01::/16']}}]}]}")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 010.0.0.0/8}}]}]}")]
    [TestCase("{ingress: [{ports: [{port: 1, endPort: 65535}, {port: 5, endPort: 5}]}]}")]
    public void The_API_server_accepts(string spec) => ReadingOf(NetworkPolicy(spec)).Count.ShouldBe(1);

    [TestCase("{ingress: [{from: [{}]}]}", "spec.ingress[0].from[0]", "The peer says nothing.")]
    [TestCase("{ingress: [{from: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}]}", "spec.ingress[0].from[0]", "An ipBlock stands beside a selector in one peer.")]
    [TestCase("{egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}, namespaceSelector: {}}]}]}", "spec.egress[0].to[0]", "An ipBlock stands beside a selector in one peer.")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.1}}]}]}", "spec.ingress[0].from[0].ipBlock.cidr", "'10.0.0.1' is not a network.")]
    [TestCase("{ingress: [{from: [{ipBlock: {except: [10.0.0.0/8]}}]}]}", "spec.ingress[0].from[0].ipBlock.cidr", "'' is not a network.")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ['']}}]}]}", "spec.ingress[0].from[0].ipBlock.except[0]", "'' is not a network.")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]}", "spec.ingress[0].from[0].ipBlock.except[0]", "'10.0.0.0/8' is not a smaller network inside '10.0.0.0/8'.")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]}", "spec.ingress[0].from[0].ipBlock.except[0]", "'11.0.0.0/16' is not a smaller network inside '10.0.0.0/8'.")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: ['fd00::/8']}}]}]}", "spec.ingress[0].from[0].ipBlock.except[0]", "'fd00::/8' is not a smaller network inside '0.0.0.0/0'.")]
    [TestCase("{ingress: [{ports: [{protocol: tcp}]}]}", "spec.ingress[0].ports[0].protocol", "'tcp' is not a protocol of a NetworkPolicy.")]
    [TestCase("{ingress: [{ports: [{protocol: ICMP}]}]}", "spec.ingress[0].ports[0].protocol", "'ICMP' is not a protocol of a NetworkPolicy.")]
    [TestCase("{ingress: [{ports: [{port: 0}]}]}", "spec.ingress[0].ports[0].port", "0 is not a port.")]
    [TestCase("{ingress: [{ports: [{port: 65536}]}]}", "spec.ingress[0].ports[0].port", "65536 is not a port.")]
    [TestCase("{ingress: [{ports: [{port: '80'}]}]}", "spec.ingress[0].ports[0].port", "'80' is not a port name.")]
    [TestCase("{ingress: [{ports: [{port: abcdefghijklmnop}]}]}", "spec.ingress[0].ports[0].port", "'abcdefghijklmnop' is not a port name.")]
    [TestCase("{ingress: [{ports: [{port: HTTP}]}]}", "spec.ingress[0].ports[0].port", "'HTTP' is not a port name.")]
    [TestCase("{ingress: [{ports: [{port: a--b}]}]}", "spec.ingress[0].ports[0].port", "'a--b' is not a port name.")]
    [TestCase("{ingress: [{ports: [{port: '-a'}]}]}", "spec.ingress[0].ports[0].port", "'-a' is not a port name.")]
    [TestCase("{ingress: [{ports: [{endPort: 90}]}]}", "spec.ingress[0].ports[0].endPort", "An endPort needs a port.")]
    [TestCase("{ingress: [{ports: [{port: dns, endPort: 90}]}]}", "spec.ingress[0].ports[0].endPort", "An endPort cannot follow a port name.")]
    [TestCase("{ingress: [{ports: [{port: 90, endPort: 80}]}]}", "spec.ingress[0].ports[0].endPort", "The range 90-80 ends before it begins.")]
    [TestCase("{ingress: [{ports: [{port: 90, endPort: 65536}]}]}", "spec.ingress[0].ports[0].endPort", "65536 is not a port.")]
    [TestCase("{policyTypes: [Inbound]}", "spec.policyTypes[0]", "'Inbound' is not a policy type.")]
    [TestCase("{policyTypes: [Ingress, Egress, Ingress]}", "spec.policyTypes", "There are more than two policy types.")]
    [TestCase("{podSelector: {matchExpressions: [{key: k, operator: In}]}}", "spec.podSelector.matchExpressions[0]", "In needs at least one value.")]
    [TestCase("{podSelector: {matchExpressions: [{key: k, operator: NotIn, values: []}]}}", "spec.podSelector.matchExpressions[0]", "NotIn needs at least one value.")]
    [TestCase("{podSelector: {matchExpressions: [{key: k, operator: Exists, values: [a]}]}}", "spec.podSelector.matchExpressions[0]", "Exists takes no values.")]
    [TestCase("{podSelector: {matchExpressions: [{key: k, operator: in, values: [a]}]}}", "spec.podSelector.matchExpressions[0]", "The operator is unknown.")]
    [TestCase("{podSelector: {matchLabels: {k: " + LongLabel + "}}}", "spec.podSelector.matchLabels.k", "'" + LongLabel + "' is not a label value.")]
    [TestCase("{podSelector: {matchLabels: {'a=b': c}}}", "spec.podSelector.matchLabels.a=b", "'a=b' is not a label key.")]
    [TestCase("{podSelector: {matchLabels: {Example.com/x: c}}}", "spec.podSelector.matchLabels.Example.com/x", "'Example.com/x' is not a label key.")]
    [TestCase("{podSelector: [a]}", "spec.podSelector", "The field needs a map, and there is a list.")]
    [TestCase("{ingress: {}}", "spec.ingress", "The field needs a list, and there is a map.")]
    [TestCase("{ingress: [a]}", "spec.ingress[0]", "The list needs a map here, and there is the text 'a'.")]
    [TestCase("{policyTypes: [1]}", "spec.policyTypes[0]", "The list needs a text here, and there is the number 1.")]
    [TestCase("{podSelector: {matchLabels: {k: true}}}", "spec.podSelector.matchLabels.k", "A text is needed here, and there is the truth value true.")]
    [TestCase("{ingress: [{ports: [{port: 1.5}]}]}", "spec.ingress[0].ports[0].port", "The field needs a whole number or a text, and there is the number 1.5.")]
    public void The_API_server_refuses(string spec, string path, string problem)
    {
        var reading = ReadingOf(NetworkPolicy(spec));
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.RejectedByApiServer);
        finding.Diagnostic.Message.ShouldBe($"NetworkPolicy shop/np: '{path}': {problem} The API server refuses the object.");
        finding.Diagnostic.Position.Line.ShouldBe(4);
        reading.Count.ShouldBe(0);
        reading.IsRejected.ShouldBeTrue();
    }

    [TestCase("web.x", true)]
    [TestCase("a1-b", true)]
    [TestCase("Web", false)]
    [TestCase("a_b", false)]
    [TestCase("-a", false)]
    [TestCase("a..b", false)]
    public void A_name_is_a_DNS_subdomain(string name, bool valid) => ReadingOf(NetworkPolicy("{}", name)).IsRejected.ShouldBe(!valid);

    [Test]
    public void A_whole_message_has_place_problem_consequence_and_mend() =>
        ReadingOf(NetworkPolicy("{ingress: [{ports: [{port: '80'}]}]}")).Findings[0].ToString().ShouldBe(
            "policy.yaml(4,28): error PK5002: NetworkPolicy shop/np: 'spec.ingress[0].ports[0].port': '80' is not a port name. The API server refuses the object. Write the number 80 without quotes.");

    [TestCase("{ingress: [{port: 10902}]}", "spec.ingress[0].port", "There is no field 'port' here.", "Did you mean 'ports'?")]
    [TestCase("{ingres: []}", "spec.ingres", "There is no field 'ingres' here.", "Did you mean 'ingress'?")]
    [TestCase("{ingress: [{ports: [{zzz: 1}]}]}", "spec.ingress[0].ports[0].zzz", "There is no field 'zzz' here.", "Known here: endPort, port, protocol.")]
    public void What_it_does_not_know_it_drops_and_the_rest_acts(string spec, string path, string problem, string mend)
    {
        var reading = ReadingOf(NetworkPolicy(spec));
        reading.Count.ShouldBe(1);
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.Pruned);
        finding.Diagnostic.Message.ShouldBe($"NetworkPolicy shop/np: '{path}': {problem} The API server drops it, and the rest acts without it.");
        finding.Diagnostic.Mend.ShouldBe(mend);
    }

    [Test]
    public void A_rule_that_is_left_empty_by_an_unknown_key_opens_everything()
    {
        var reading = ReadingOf(NetworkPolicy("{podSelector: {}, ingress: [{port: 10902}]}"));
        Judge.Of(reading, Worlds.Small).Ask("ip:8.8.8.8 > shop/web TCP/22").ShouldBe("allow");
    }

    [Test]
    public void Host_bits_are_read_and_remarked_on()
    {
        var finding = ReadingOf(NetworkPolicy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.5/24}}]}]}")).Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.Accepted);
        finding.Diagnostic.ToString().ShouldBe("policy.yaml(4,37): warning PK0003: NetworkPolicy shop/np: 'spec.ingress[0].from[0].ipBlock.cidr': '10.0.0.5/24' is read as '10.0.0.0/24'. Write '10.0.0.0/24'.");
    }

    [TestCase("networking.k8s.io/v1beta1")]
    [TestCase("extensions/v1beta1")]
    public void An_old_version_is_refused(string version) =>
        ReadingOf(NetworkPolicy("{}").Replace("networking.k8s.io/v1", version, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem().Diagnostic.Message
            .ShouldBe($"NetworkPolicy shop/np: 'apiVersion': There is no NetworkPolicy in '{version}'. The API server refuses the object.");

    [Test]
    public void A_second_object_of_a_name_replaces_the_first()
    {
        var reading = ReadingOf(Together(NetworkPolicy("{podSelector: {}}"), NetworkPolicy("{podSelector: {}, ingress: [{}]}")));
        reading.Count.ShouldBe(1);
        reading.Findings.ShouldHaveSingleItem().Diagnostic.Id.ShouldBe("PK0002");
        Judge.Of(reading, Worlds.Small).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }

    [Test]
    public void A_refused_second_object_leaves_the_first_in_force()
    {
        var reading = ReadingOf(Together(NetworkPolicy("{podSelector: {}}"), NetworkPolicy("{podSelector: {}, ingress: [{from: [{}]}]}")));
        reading.Count.ShouldBe(1);
        Judge.Of(reading, Worlds.Small).Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    [Test]
    public void One_bad_object_does_not_hide_the_others()
    {
        var reading = ReadingOf(Together(NetworkPolicy("{ingress: 1}", "bad"), NetworkPolicy("{podSelector: {}}", "good")));
        reading.Count.ShouldBe(1);
        reading.Findings.Count.ShouldBe(1);
    }

    [Test]
    public void An_object_without_a_spec_isolates_ingress()
    {
        var manifest = ManifestReader.Read("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: np, namespace: shop}\n").Manifests;
        Judge.Of(Judge.Read(manifest), Worlds.Small).Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    [Test]
    public void An_object_needs_a_name() =>
        Judge.Read(ManifestReader.Read("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {namespace: shop}\n").Manifests)
            .Findings.ShouldHaveSingleItem().Diagnostic.Mend.ShouldBe("Write metadata.name.");
}
