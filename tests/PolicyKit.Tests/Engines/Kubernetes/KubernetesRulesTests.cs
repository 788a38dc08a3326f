using System.Text.Json;
using PolicyKit.Engines.Kubernetes;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>What the API server says of a NetworkPolicy, and what we would not emit.</summary>
public sealed class KubernetesRulesTests
{
    private static IEnumerable<TestCaseData> Accepted()
    {
        yield return Spec("podSelector: {}");
        yield return Spec("podSelector: null");
        yield return Spec("podSelector: { matchLabels: { a: '' } }");
        yield return Spec("ingress: []");
        yield return Spec("ingress: [{}]");
        yield return Spec("ingress: [{ from: [], ports: [] }]");
        yield return Spec("ingress: [{ ports: [{}] }]");
        yield return Spec("ingress: [{ ports: [{ port: 1, endPort: 1 }, { port: dns, protocol: UDP }, { protocol: SCTP, port: 65535 }] }]");
        yield return Spec("ingress: [{ from: [{ podSelector: {}, namespaceSelector: {} }] }]");
        yield return Spec("policyTypes: [Ingress, Ingress]");
        yield return Spec("policyTypes: [Ingress], egress: [{}]");
        yield return Block("cidr: 10.0.0.5/24");
        yield return Block("cidr: 010.0.0.0/8");
        yield return Block("cidr: '::ffff:10.0.0.0/104'");
        yield return Block("cidr: 0.0.0.0/0, except: [10.0.0.0/8, 10.1.0.0/16]");
        yield return Block("cidr: 10.0.0.0/24, except: [10.0.0.9/25]");
        yield return Block("cidr: 2001:db8::/32, except: ['2001:db8:1::/48']");
    }

    [TestCaseSource(nameof(Accepted))]
    public void The_API_server_accepts(string manifest) => Refusals(manifest).ShouldBeEmpty();

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Spec("podSelector: { matchLabels: { 'a b': c } }", "spec.podSelector.matchLabels.a b: 'a b' is not a label key");
        yield return Spec("podSelector: { matchLabels: { A/b: c } }", "spec.podSelector.matchLabels.A/b: 'A/b' is not a label key");
        yield return Spec("podSelector: { matchExpressions: [{ key: a, operator: In }] }", "spec.podSelector.matchExpressions[0].operator: In and NotIn need values");
        yield return Spec("podSelector: { matchExpressions: [{ key: a, operator: Exists, values: [b] }] }", "spec.podSelector.matchExpressions[0].operator: Exists and DoesNotExist take no values");
        yield return Spec("podSelector: { matchExpressions: [{ key: a, operator: Gt, values: [b] }] }", "spec.podSelector.matchExpressions[0].operator: 'Gt' is not one of In, NotIn, Exists and DoesNotExist");
        yield return Spec("podSelector: { matchExpressions: [{ values: ['a b'] }] }",
            "spec.podSelector.matchExpressions[0]: it has no key", "spec.podSelector.matchExpressions[0].values[0]: 'a b' is not a label value", "spec.podSelector.matchExpressions[0]: it has no operator");
        yield return Spec("policyTypes: [foo]", "spec.policyTypes[0]: 'foo' is neither Ingress nor Egress");
        yield return Spec("policyTypes: [Ingress, Egress, Ingress]", "spec.policyTypes: it holds more than two items");
        yield return Spec("ingress: {}", "spec.ingress: a list is expected, not a map");
        yield return Spec("ingress: [{ from: [{}] }]", "spec.ingress[0].from[0]: it names no peer");
        yield return Spec("ingress: [{ from: [{ podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }] }]", "spec.ingress[0].from[0]: an ipBlock stands alone, without selectors");
        yield return Spec("egress: [{ ports: [{ protocol: ICMP }] }]", "spec.egress[0].ports[0].protocol: 'ICMP' is not one of TCP, UDP and SCTP");
        yield return Spec("egress: [{ ports: [{ protocol: tcp }] }]", "spec.egress[0].ports[0].protocol: 'tcp' is not one of TCP, UDP and SCTP");
        yield return Spec("egress: [{ ports: [{ port: 0 }] }]", "spec.egress[0].ports[0].port: 0 is not a port; ports are 1 to 65535");
        yield return Spec("egress: [{ ports: [{ port: '80' }] }]", "spec.egress[0].ports[0].port: '80' is neither a number nor a port name");
        yield return Spec("egress: [{ ports: [{ port: 1.5 }] }]", "spec.egress[0].ports[0].port: a number or a name is expected, not a number");
        yield return Spec("egress: [{ ports: [{ port: 9, endPort: 8 }] }]", "spec.egress[0].ports[0].endPort: 8 is below the port 9");
        yield return Spec("egress: [{ ports: [{ port: http, endPort: 8 }] }]", "spec.egress[0].ports[0].endPort: it may not stand beside a named port");
        yield return Spec("egress: [{ ports: [{ endPort: 8 }] }]", "spec.egress[0].ports[0].endPort: it may not stand without port");
        yield return Spec("egress: [{ ports: [{ port: 8, endPort: 65537 }] }]", "spec.egress[0].ports[0].endPort: 65537 is not a port; ports are 1 to 65535");
        yield return Block("except: []", "spec.ingress[0].from[0].ipBlock: it has no cidr");
        yield return Block("cidr: 10.0.0.1", "spec.ingress[0].from[0].ipBlock.cidr: '10.0.0.1' is not a network");
        yield return Block("cidr: 10.0.0.0/33", "spec.ingress[0].from[0].ipBlock.cidr: '10.0.0.0/33' is not a network");
        yield return Block("cidr: 300.0.0.0/8", "spec.ingress[0].from[0].ipBlock.cidr: '300.0.0.0/8' is not a network");
        yield return Block("cidr: 'fe80::1%eth0/64'", "spec.ingress[0].from[0].ipBlock.cidr: 'fe80::1%eth0/64' is not a network");
        yield return Block("cidr: 10.0.0.0/8, except: ['']", "spec.ingress[0].from[0].ipBlock.except[0]: '' is not a network");
        yield return Block("cidr: 10.0.0.0/8, except: [10.0.0.0/8]", "spec.ingress[0].from[0].ipBlock.except[0]: '10.0.0.0/8' is not strictly inside '10.0.0.0/8'");
        yield return Block("cidr: 10.0.0.0/8, except: [11.0.0.0/16]", "spec.ingress[0].from[0].ipBlock.except[0]: '11.0.0.0/16' is not strictly inside '10.0.0.0/8'");
        yield return Block("cidr: 10.0.0.0/8, except: ['::/0']", "spec.ingress[0].from[0].ipBlock.except[0]: '::/0' is not strictly inside '10.0.0.0/8'");
        yield return Manifest("metadata: { name: Foo }", "metadata.name: 'Foo' is not a name");
        yield return Manifest("metadata: { name: a_b, namespace: a.b }", "metadata.name: 'a_b' is not a name", "metadata.namespace: 'a.b' is not a namespace");
        yield return Manifest("metadata: {}", "metadata: it has no name");
        yield return Manifest("spec: []", "the object: it has no metadata", "spec: a map is expected, not a list");
        yield return Manifest("metadata: { name: a, labels: { b: 1 }, annotations: { 'c d': e } }", "metadata.labels.b: a text is expected, not a whole number", "metadata.annotations.c d: 'c d' is not an annotation key");
    }

    [TestCaseSource(nameof(Refused))]
    public void The_API_server_refuses(string manifest, string[] refusals) => Refusals(manifest).ShouldBe(refusals.Select(one => one + " (the API server refuses it)."));

    [TestCase("ingress: [{ port: 10902 }]", "spec.ingress[0].port: nobody knows this key here (the API server drops it).")]
    [TestCase("podSelector: { matchLabel: {} }", "spec.podSelector.matchLabel: nobody knows this key here (the API server drops it).")]
    [TestCase("policyTypes: [Ingress, Ingress]", "spec.policyTypes: it says the same twice (we refuse it).")]
    [TestCase("ingress: []", "spec.ingress: an empty list allows nothing here, and means something else to other engines (we refuse it).")]
    [TestCase("ingress: [{ from: [] }]", "spec.ingress[0].from: an empty list is everyone (we refuse it).")]
    [TestCase("ingress: [{ ports: [] }]", "spec.ingress[0].ports: an empty list is every port of every protocol (we refuse it).")]
    [TestCase("ingress: [{ ports: [{ port: 80 }] }]", "spec.ingress[0].ports[0]: the protocol is not written; TCP is then assumed (we refuse it).")]
    [TestCase("policyTypes: [Ingress], egress: [{}]", "spec.egress: policyTypes does not name the direction, so the rules do nothing (we refuse it).")]
    [TestCase("ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.5/24 } }] }]", "spec.ingress[0].from[0].ipBlock.cidr: only a lenient reader takes this for a network: '10.0.0.5/24' has bits set behind its prefix. Did you mean '10.0.0.0/24' or '10.0.0.5/32' (we refuse it).")]
    [TestCase("ingress: [{ from: [{ ipBlock: { cidr: '2001:DB8::/32' } }] }]", "spec.ingress[0].from[0].ipBlock.cidr: '2001:DB8::/32' is not the canonical spelling of '2001:db8::/32' (we refuse it).")]
    public void What_the_API_server_accepts_may_still_not_be_what_we_emit(string spec, string finding) =>
        Findings(SpecYaml(spec)).Select(one => one.ToString()).ShouldContain(finding);

    [Test]
    public void What_is_missing_is_said_too() => Findings("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\n").Select(one => one.ToString())
        .ShouldBe(["the object: it has no spec, and then denies all ingress of its namespace (we refuse it)."]);

    [Test]
    public void Every_case_of_the_validation_of_the_API_server_comes_out_as_expected()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("validation", "kubernetes-networkpolicy.json")));
        var wrong = new List<string>();
        foreach (var one in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            var accepted = Refusals(one.GetProperty("object").GetRawText()).Count == 0;
            if (accepted != one.GetProperty("valid").GetBoolean()) wrong.Add(one.GetProperty("name").GetString()!);
        }

        wrong.ShouldBeEmpty();
    }

    private static List<string> Refusals(string manifest) =>
        [.. Findings(manifest).Where(one => one.Objector is Objector.ApiServerRefuses).Select(one => one.ToString())];

    private static List<RuleFinding> Findings(string yaml)
    {
        var read = ManifestReader.Read(yaml);
        read.Diagnostics.ShouldBeEmpty();
        var findings = new List<RuleFinding>();
        KubernetesRules.Check(read.Manifests.ShouldHaveSingleItem(), findings.Add);
        return findings;
    }

    private static TestCaseData Spec(string spec, params string[] refusals) => Case(SpecYaml(spec), spec, refusals);

    private static TestCaseData Block(string block, params string[] refusals) => Spec($"ingress: [{{ from: [{{ ipBlock: {{ {block} }} }}] }}]", refusals);

    private static TestCaseData Manifest(string parts, params string[] refusals) => Case($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n{parts}\n", parts, refusals);

    private static TestCaseData Case(string manifest, string name, string[] refusals) =>
        (refusals.Length == 0 ? new TestCaseData(manifest) : new TestCaseData(manifest, refusals)).SetArgDisplayNames(name);

    private static string SpecYaml(string spec) => $"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{ name: a }}\nspec: {{ {spec} }}\n";
}
