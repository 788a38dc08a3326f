using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Reading;

/// <summary>Whatever is written, the judge says something clear, in time, and keeps what is sound.</summary>
[CancelAfter(20_000)]
internal sealed class BadInputTests
{
    private static readonly string Good = NetworkPolicy("{podSelector: {}}", "good");

    private static readonly string[] Valid =
    [
        NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}, {podSelector: {matchExpressions: [{key: a, operator: In, values: [b]}]}}], ports: [{port: 80, endPort: 90, protocol: TCP}]}], egress: [{to: [{namespaceSelector: {}}]}]}"),
        ClusterPolicy("tier: Admin, priority: 10, subject: {pods: {namespaceSelector: {}, podSelector: {}}}, ingress: [{name: a, action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {range: {start: 1, end: 2}}}}]}], egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]"),
        "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: p, namespace: shop}, spec: {endpointSelector: {matchLabels: {'k8s:app': web}}, enableDefaultDeny: {egress: true}, ingress: [{fromEndpoints: [{matchExpressions: [{key: a, operator: In, values: [b]}]}], toPorts: [{ports: [{port: '80', endPort: 90, protocol: TCP}], rules: {http: [{path: /}]}}]}, {icmps: [{fields: [{type: 8}]}]}], egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]}, {toFQDNs: [{matchName: a.b}]}, {toServices: [{k8sService: {serviceName: s, namespace: shop}}]}], egressDeny: [{toEntities: [host]}]}}\n",
        "{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {tier: default, order: 5, selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16], namespaceSelector: has(a), serviceAccounts: {names: [s]}}, destination: {ports: [80, '90:91', http]}}], egress: [{action: Log, protocol: ICMP, icmp: {type: 8, code: 0}}]}}\n",
        "{apiVersion: crd.projectcalico.org/v1, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {selector: all(), types: [Egress], egress: [{action: Pass, destination: {services: {name: s, namespace: shop}}}]}}\n",
        "{apiVersion: projectcalico.org/v3, kind: NetworkSet, metadata: {name: s, namespace: shop, labels: {a: b}}, spec: {nets: [10.0.0.0/8]}}\n",
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, labels: {a: b}}, spec: {hostNetwork: false, nodeName: n1, containers: [{ports: [{name: http, containerPort: 80, protocol: TCP}]}]}, status: {podIPs: [{ip: 10.0.0.1}]}}\n",
        "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {clusterIP: 10.96.0.1, selector: {a: b}, ports: [{port: 80, targetPort: http}]}}\n",
    ];

    [Test]
    public void An_alias_bomb_never_becomes_a_policy()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n"));
        var read = ManifestReader.Read($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: bomb, namespace: shop}}\n{bomb}");
        read.Diagnostics.ShouldNotBeEmpty();
        Judge.Read(read.Manifests).Count.ShouldBe(0);
    }

    [Test]
    public void A_very_long_name_is_refused_in_a_message_of_readable_length()
    {
        var reading = ReadingOf(NetworkPolicy($"{{podSelector: {{matchLabels: {{app: '{new string('a', 100_000)}'}}}}}}"));
        reading.IsRejected.ShouldBeTrue();
        reading.Findings[0].ToString().Length.ShouldBeLessThan(1200);
    }

    [TestCase("spec: 1")]
    [TestCase("spec: []")]
    [TestCase("spec: [[[[]]]]")]
    [TestCase("metadata: 1")]
    [TestCase("metadata: {name: {a: b}}")]
    [TestCase("metadata: {name: [a]}")]
    public void Wrong_kinds_of_values_are_refused_with_their_place(string line)
    {
        var read = ManifestReader.Read($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n{(line.StartsWith("spec", StringComparison.Ordinal) ? "metadata: {name: np, namespace: shop}\n" : "")}{line}\n---\n{Good}", "policy.yaml");
        var reading = Judge.Read(read.Manifests);
        reading.Count.ShouldBe(1);
        (read.Diagnostics.Count + reading.Findings.Count).ShouldBeGreaterThan(0);
        reading.Findings.ShouldAllBe(finding => finding.Diagnostic.Position.IsKnown);
    }

    [TestCase("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec: {podSelector: {")]
    [TestCase("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, name: b}\n")]
    [TestCase("kind: NetworkPolicy\n")]
    [TestCase("%")]
    public void Half_documents_and_duplicate_keys_never_become_a_policy(string text) =>
        Judge.Read(ManifestReader.Read(text).Manifests).Count.ShouldBe(0);

    [Test]
    public void A_policy_that_is_refused_takes_no_other_with_it()
    {
        var reading = ReadingOf(Together([Good, .. Enumerable.Range(0, 50).Select(i => NetworkPolicy("{ingress: {}}", $"bad{i}")), NetworkPolicy("{}", "last")]));
        reading.Count.ShouldBe(2);
        reading.Findings.Count.ShouldBe(50);
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property A_broken_tree_never_throws_and_what_is_not_reported_is_enforced() =>
        Prop.ForAll(Gen.Elements(Valid).ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (text, at, how) =>
        {
            var root = ManifestReader.Read(text).Manifests[0].Root;
            var counter = at;
            if (Broken(root, ref counter, how) is not ManifestMap broken || broken["apiVersion"] is not ManifestText || broken["kind"] is not ManifestText) return true;
            var manifest = new Manifest(broken);
            var cluster = ClusterReader.Read([manifest]);
            var reading = Judge.Read([manifest]);
            var judge = Judge.Of(reading, Worlds.Small);
            judge.Decide("ops/tool", "shop/web", Traffic.Tcp(80)).ShouldNotBeNull();
            var isPolicy = manifest.Kind.EndsWith("Policy", StringComparison.Ordinal) && (manifest.ApiVersion.Contains("networking.k8s.io/", StringComparison.Ordinal) || manifest.ApiVersion.StartsWith("cilium.io/", StringComparison.Ordinal));
            return cluster.Cluster is not null && (!isPolicy || reading.Count == 1 || reading.Findings.Any(finding => finding.Consequence is not (ReadConsequence.Accepted or ReadConsequence.Pruned)));
        });

    /// <summary>The tree with its <paramref name="at"/>-th node replaced by something else.</summary>
    private static ManifestNode Broken(ManifestNode node, ref int at, int how)
    {
        if (at-- == 0)
        {
            return how switch
            {
                0 => new ManifestText(""),
                1 => new ManifestText("\u0000\ud83d\ude00"),
                2 => new ManifestInteger(long.MinValue),
                3 => new ManifestInteger(70000),
                4 => new ManifestDecimal(1e300),
                5 => new ManifestBoolean(true),
                6 => new ManifestNull(),
                7 => ManifestMap.Empty,
                8 => ManifestList.Empty,
                _ => new ManifestList([node, node]),
            };
        }

        switch (node)
        {
            case ManifestMap map:
                var entries = new List<ManifestEntry>();
                foreach (var entry in map) entries.Add(entry with { Value = Broken(entry.Value, ref at, how) });
                return new ManifestMap(entries);
            case ManifestList list:
                var items = new List<ManifestNode>();
                foreach (var item in list) items.Add(Broken(item, ref at, how));
                return new ManifestList(items);
            default:
                return node;
        }
    }
}
