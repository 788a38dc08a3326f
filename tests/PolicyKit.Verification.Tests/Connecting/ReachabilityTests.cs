using System.Text;
using System.Text.Json;
using PolicyKit.Manifests;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Connecting;

/// <summary>What is possible in the small cluster, line by line.</summary>
internal sealed class ReachabilityTests
{
    private const string OnlyFrontReachesDb = "{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {tier: front}}}], ports: [{port: 5432}, {port: 8080, endPort: 8090}, {port: 53, protocol: UDP}]}]}";

    [Test]
    public void Without_policies_a_pod_reaches_everything_on_every_port() =>
        Lines("", "shop/web => ").ShouldBe(
        [
            "shop/web => cidr:0.0.0.0/0: all",
            "shop/web => kube-system/dns: all",
            "shop/web => node:n1: all",
            "shop/web => node:n2: all",
            "shop/web => ops/agent: all",
            "shop/web => ops/tool: all",
            "shop/web => ops/web: all",
            "shop/web => shop/db: all",
        ]);

    [Test]
    public void Pairs_are_sorted_and_no_end_is_paired_with_itself()
    {
        var pairs = Reachability.Of(JudgeOf("")).Pairs.ToList();
        pairs.ShouldNotContain(pair => pair.From == pair.To);
        pairs.Select(pair => (pair.From, pair.To)).ShouldBe(pairs.Select(pair => (pair.From, pair.To)).OrderBy(pair => pair.From, StringComparer.Ordinal).ThenBy(pair => pair.To, StringComparer.Ordinal));
    }

    [Test]
    public void Ends_of_which_none_is_a_pod_are_left_out() =>
        Reachability.Of(JudgeOf("")).Pairs.ShouldNotContain(pair => !pair.From.Contains('/') && !pair.To.Contains('/'));

    [Test]
    public void A_restricted_pod_is_reached_on_the_ports_of_its_rules_and_by_its_own_node() =>
        Lines(NetworkPolicy(OnlyFrontReachesDb), " => shop/db").ShouldBe(["node:n2 => shop/db: all", "ops/agent => shop/db: all", "shop/web => shop/db: TCP 5432,8080; UDP 53; undefined TCP 8081-8090 (end-port-supported)"]);

    [Test]
    public void Both_ends_have_to_allow() =>
        Lines(Together(NetworkPolicy(OnlyFrontReachesDb), NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 5432}]}]}", "out")), "shop/web => shop/db")
            .ShouldBe(["shop/web => shop/db: TCP 5432"]);

    [Test]
    public void Addresses_outside_are_cut_into_the_blocks_that_policies_tell_apart() =>
        Lines(NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 192.0.0.0/8, except: [192.128.0.0/9]}}], ports: [{port: 443}]}]}"), "shop/web => cidr:", Enforcer.Cilium)
            .ShouldBe(["shop/web => cidr:192.0.0.0/9: TCP 443"]);

    [Test]
    public void A_block_that_no_policy_admits_still_reaches_pods_that_none_restricts() =>
        Lines(NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 128.0.0.0/1}}]}]}"), "cidr:0.0.0.0/1 => ", Enforcer.Cilium)
            .ShouldBe(["cidr:0.0.0.0/1 => kube-system/dns: all", "cidr:0.0.0.0/1 => ops/agent: all", "cidr:0.0.0.0/1 => ops/tool: all", "cidr:0.0.0.0/1 => ops/web: all", "cidr:0.0.0.0/1 => shop/db: all"]);

    [Test]
    public void What_depends_on_an_open_question_is_listed_with_it_and_not_as_allowed() =>
        Lines(NetworkPolicy("{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.1.0.0/24}}], ports: [{port: 5432}]}]}"), "shop/web => shop/db")
            .ShouldBe(["shop/web => shop/db: undefined TCP 5432 (address-sees-pods)"]);

    [Test]
    public void The_API_server_outside_is_a_block_of_its_own_where_a_policy_speaks_of_it() =>
        Lines(
            """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: api, namespace: shop}
            spec: {endpointSelector: {matchLabels: {app: web}}, egress: [{toEntities: [kube-apiserver], toPorts: [{ports: [{port: "6443", protocol: TCP}]}]}]}
            """,
            "shop/web => ",
            Enforcer.Cilium).ShouldBe(["shop/web => cidr:203.0.113.10/32: TCP 6443"]);

    [Test]
    public void A_host_name_is_an_end_under_the_text_of_its_pattern() =>
        Lines(
            """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: names, namespace: shop}
            spec: {endpointSelector: {matchLabels: {app: web}}, egress: [{toFQDNs: [{matchPattern: "*.example.com"}], toPorts: [{ports: [{port: "443", protocol: TCP}]}]}]}
            """,
            "shop/web => ",
            Enforcer.Cilium).ShouldBe(["shop/web => dns:*.example.com: TCP 443"]);

    [Test]
    public void Pods_of_one_owner_are_one_end_on_request_unless_a_policy_tells_them_apart()
    {
        var cluster = SimulatedCluster.Empty.With(
            new ClusterPod("a", "web-1") { Owner = "web", Labels = [("app", "web")] },
            new ClusterPod("a", "web-2") { Owner = "web", Labels = [("app", "web")] },
            new ClusterPod("a", "db-0") { Owner = "db", Labels = [("app", "db"), ("index", "0")] },
            new ClusterPod("a", "db-1") { Owner = "db", Labels = [("app", "db"), ("index", "1")] });
        var policy = NetworkPolicy("{podSelector: {matchLabels: {index: '0'}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 1}]}]}", "np", "a");
        var pairs = Reachability.Of(Judge.Of(ReadingOf(policy), cluster), new() { FoldOwners = true }).Pairs.Where(pair => !pair.From.StartsWith("cidr:", StringComparison.Ordinal) && !pair.To.StartsWith("cidr:", StringComparison.Ordinal));
        pairs.Select(pair => pair.ToString()).ShouldBe(["a/db-0 => a/db-1: all", "a/db-0 => a/web: all", "a/db-1 => a/web: all", "a/web => a/db-0: TCP 1", "a/web => a/db-1: all"]);
    }

    [Test]
    public void The_source_port_is_that_of_a_client_unless_said_otherwise()
    {
        const string FromLowPorts =
            """
            apiVersion: projectcalico.org/v3
            kind: NetworkPolicy
            metadata: {name: low, namespace: shop}
            spec: {selector: app == 'db', types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {ports: ["1:1023"]}, destination: {ports: [5432]}}]}
            """;
        var judge = JudgeOf(FromLowPorts, Enforcer.Calico);
        Reachability.Of(judge).Pairs.ShouldNotContain(pair => pair.From == "shop/web" && pair.To == "shop/db");
        Reachability.Of(judge, new() { SourcePort = 700 }).Pairs.Single(pair => pair.From == "shop/web" && pair.To == "shop/db").Allowed.ToString().ShouldBe("TCP 5432");
    }

    [Test]
    public void The_JSON_lists_what_is_allowed_and_apart_from_it_what_is_undefined()
    {
        var policy = NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {tier: front}}}], ports: [{port: 80}, {port: 8080, endPort: 8090}]}]}", "np", "a");
        var cluster = SimulatedCluster.Empty.With(new ClusterPod("a", "db"), new ClusterPod("a", "web") { Labels = [("tier", "front")] });
        using var stream = new MemoryStream();
        Reachability.Of(Judge.Of(ReadingOf(policy), cluster)).WriteJson(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        using var json = JsonDocument.Parse(text);
        text.ShouldBe(
            """
            {"connections":[
            {"from":"a/db","to":"cidr:0.0.0.0/0","ports":"all"},
            {"from":"a/web","to":"a/db","ports":[{"protocol":"TCP","ports":"80,8080"}]},
            {"from":"a/web","to":"cidr:0.0.0.0/0","ports":"all"}],"undefined":[
            {"from":"a/web","to":"a/db","ports":[{"protocol":"TCP","ports":"8081-8090"}],"questions":["end-port-supported"]}]}

            """);
    }

    [Test]
    public void The_text_has_one_line_a_pair()
    {
        var reachability = Reachability.Of(JudgeOf(NetworkPolicy(OnlyFrontReachesDb)));
        using var writer = new StringWriter();
        reachability.WriteText(writer);
        writer.ToString().ShouldBe(string.Concat(reachability.Pairs.Select(pair => $"{pair}\n")));
    }

    [Test]
    public void A_pod_of_a_Deployment_belongs_to_the_Deployment_and_any_other_pod_to_its_controller()
    {
        static string Pod(string name, string owner, string labels = "{}") =>
            $"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, namespace: a, labels: {labels}, ownerReferences: [{{apiVersion: apps/v1, kind: Other, name: other}}, {owner}]}}\nspec: {{containers: []}}\n";
        var manifests = ManifestReader.Read(Together(
            Pod("web-5d8f-x", "{kind: ReplicaSet, name: web-5d8f, controller: true}", "{pod-template-hash: 5d8f}"),
            Pod("db-0", "{kind: StatefulSet, name: db, controller: true}"),
            Pod("alone", "{kind: Other, name: other}"))).Manifests;
        ClusterReader.Read(manifests).Cluster.Pods.Select(pod => pod.Owner).ShouldBe(["web", "db", null]);
    }

    private static List<string> Lines(string yaml, string part, Enforcer enforcer = Enforcer.Unknown) =>
        [.. Reachability.Of(JudgeOf(yaml, enforcer)).Pairs.Select(pair => pair.ToString()).Where(line => line.Contains(part, StringComparison.Ordinal))];
}
