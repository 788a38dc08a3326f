namespace PolicyKit.Tests.Profiles;

/// <summary>What is said of a profile with mistakes, to the letter. Each text is one line or a few; each finding starts with its place.</summary>
public sealed class ProfileMessagesTests
{
    private const string SourcesMend = "Write endpoints, nodes, anywhere, {pods: {namespace: …, podLabels: {…}}} or {cidrs: […]}.";

    [TestCase("engin: cilium", "1,1: There is no key 'engin' in a profile. Did you mean 'engine'?")]
    [TestCase("apiserver: {}", "1,1: There is no key 'apiserver' in a profile. Did you mean 'apiServer'?")]
    [TestCase("dns:\n  prot: 53", "2,3: There is no key 'prot' in 'dns'. Did you mean 'port'?")]
    [TestCase("banana: 1", "1,1: There is no key 'banana' in a profile. The keys there are 'engine', 'apiServer', 'dns', 'networks', 'cilium', 'calico' and 'clusterNetworkPolicy'.")]
    [TestCase("{\"engine\": \"cilium\",\n \"calico\": {\"editon\": \"oss\"}}", "2,13: There is no key 'editon' in 'calico'. Did you mean 'edition'?")]
    public void An_unknown_key_is_refused_with_the_one_that_was_meant(string text, string message) => Messages(text).ShouldBe([message]);

    [TestCase("- a", "1,1: A profile is a map of facts. Write 'key: value' lines.")]
    [TestCase("networks: [a]", "1,11: 'networks' is a map, and here stands a list. Write 'key: value' lines under it.")]
    [TestCase("networks: {pods: 10.0.0.0/8}", "1,18: 'networks.pods' is a list of networks, and here stands a text. Write them as a list: [\"10.0.0.0/8\"].")]
    [TestCase("networks: {pods: [8]}", "1,19: 'networks.pods[0]' is a network, and here stands a whole number. Write it like \"10.0.0.0/8\".")]
    [TestCase("networks:\n  pods:", "2,8: 'networks.pods' is a list of networks, and nothing stands here. Write them as a list: [\"10.0.0.0/8\"].")]
    [TestCase("apiServer: {ports: [\"6443\"]}", "1,21: 'apiServer.ports[0]' is a port number, and here stands a text. Write it in plain digits, without quotes.")]
    [TestCase("apiServer: {ports: 6443}", "1,20: 'apiServer.ports' is a list of port numbers, and here stands a whole number. Write them as a list: [6443].")]
    [TestCase("apiServer: {onNodes: \"yes\"}", "1,22: 'apiServer.onNodes' is true or false, and here stands a text. Write true or false.")]
    [TestCase("apiServer: {service: 7}", "1,22: 'apiServer.service' is an address, and here stands a whole number. Write it like \"10.96.0.1\".")]
    [TestCase("apiServer: {sources: 7}", "1,22: 'apiServer.sources' is a word or a map, and here stands a whole number. " + SourcesMend)]
    [TestCase("dns: {namespace: 7}", "1,18: 'dns.namespace' is a text, and here stands a whole number. Quote it if it looks like a number.")]
    [TestCase("dns: {port: \"53\"}", "1,13: 'dns.port' is a whole number, and here stands a text. Write it in plain digits, without quotes.")]
    [TestCase("dns: {podLabels: app=dns}", "1,18: 'dns.podLabels' is a map of labels, and here stands a text. Write 'key: value' lines under it.")]
    [TestCase("dns: {podLabels: {app: 1}}", "1,24: 'dns.podLabels.app' is a text, and here stands a whole number. Quote it: the value of a label is text.")]
    [TestCase("engine: 7", "1,9: 'engine' is one of kubernetes, cilium, calico, kube-network-policies and aws-vpc-cni, and here stands a whole number. Write one of them.")]
    [TestCase("cilium: {version: 1.20}", "1,19: 'cilium.version' is a version, and here stands a number. Quote it, for example \"1.18\": without quotes 1.20 would be 1.2.")]
    [TestCase("cilium: {cidrMatchMode: nodes}", "1,25: 'cilium.cidrMatchMode' is a list of words, and here stands a text. Write them as a list: [nodes].")]
    public void A_value_of_another_kind_is_refused_with_what_was_expected(string text, string message) => Messages(text).ShouldBe([message]);

    [TestCase("engine: celium", "1,9: 'engine' cannot be 'celium'. Did you mean 'cilium'?")]
    [TestCase("clusterNetworkPolicy: {placement: baseline}", "1,35: 'clusterNetworkPolicy.placement' cannot be 'baseline'. Did you mean 'Baseline'?")]
    [TestCase("calico: {edition: free}", "1,19: 'calico.edition' cannot be 'free'. They are 'oss' and 'enterprise'.")]
    [TestCase("clusterNetworkPolicy: {denyPriority: 1001}", "1,38: 'clusterNetworkPolicy.denyPriority': 1001 is not a priority. Write a number from 0 to 1000.")]
    [TestCase("cilium: {version: \"1\"}", "1,19: 'cilium.version': '1' is not a version. Write major and minor, for example \"1.18\".")]
    [TestCase("cilium: {clusterName: \"\"}", "1,23: 'cilium.clusterName': An empty text is no name of a cluster. Write one such as 'default'.")]
    [TestCase("dns: {namespace: Kube}", "1,18: 'dns.namespace': 'Kube' is not a namespace: 'K' is none of a-z, 0-9 and '-'. Did you mean 'kube'?")]
    [TestCase("dns: {podLabels: {}}", "1,18: 'dns.podLabels' is empty, and would mean every pod. Name a label of the pods that are meant.")]
    [TestCase("dns: {podLabels: {_x: z}}", "1,19: 'dns.podLabels': '_x' is not a label key: it has to begin and end with a letter or a digit. Did you mean 'x'?")]
    [TestCase("dns: {port: 99999999999}", "1,13: 'dns.port': 99999999999 is not a port. Write a number from 1 to 65535.")]
    [TestCase("dns: {addresses: [10.0.0.0/8]}", "1,19: 'dns.addresses[0]': '10.0.0.0/8' is a network, and one address is meant. Write the address alone.")]
    [TestCase("dns: {nodeLocal: here}", "1,18: 'dns.nodeLocal': 'here' is not an address. Write one like '10.96.0.1'.")]
    [TestCase("dns: {nodeLocal: 10.0.0.1/33}", "1,18: 'dns.nodeLocal': '10.0.0.1/33' has a prefix longer than the 32 bits of its address. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("apiServer: {cidrs: []}", "1,20: 'apiServer.cidrs' is an empty list, which says nothing. Name one, or take the key out if it is not known.")]
    [TestCase("apiServer: {ports: [0]}", "1,21: 'apiServer.ports[0]': 0 is not a port. Write a number from 1 to 65535.")]
    [TestCase("apiServer: {sources: node}", "1,22: 'apiServer.sources' cannot be 'node'. " + SourcesMend)]
    [TestCase("apiServer: {sources: {}}", "1,22: The sources of the API server's calls are either pods or networks. " + SourcesMend)]
    [TestCase("apiServer: {sources: {cidrs: [10.0.0.0/8], pods: {namespace: a, podLabels: {b: c}}}}", "1,22: The sources of the API server's calls are either pods or networks. " + SourcesMend)]
    [TestCase("apiServer: {sources: {pods: {namespace: a}}}", "1,29: Pods as sources need their namespace and their labels. " + SourcesMend)]
    public void A_value_that_is_no_fact_is_refused_with_the_mend(string text, string message) => Messages(text).ShouldBe([message]);

    [TestCase("10.0.0.1", "'10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?")]
    [TestCase("010.0.0.0/8", "'010.0.0.0/8' has a leading zero in '010', which some programs read as octal. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.0.0.1/8", "'10.0.0.1/8' has bits set behind its prefix. Did you mean '10.0.0.0/8' or '10.0.0.1/32'?")]
    public void A_network_is_read_as_strictly_as_in_csharp(string network, string message) =>
        Messages($"apiServer: {{cidrs: [{network}]}}").ShouldBe(["1,21: 'apiServer.cidrs[0]': " + message]);

    [Test]
    public void All_mistakes_are_listed_at_once_in_the_order_of_the_text() => Messages("""
        networks: {nodes: [10.0.0.1]}
        engine: celium
        apiServer:
          ports: [0, 70000]
          onnodes: true
        """).ShouldBe([
        "1,20: 'networks.nodes[0]': '10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?",
        "2,9: 'engine' cannot be 'celium'. Did you mean 'cilium'?",
        "4,11: 'apiServer.ports[0]': 0 is not a port. Write a number from 1 to 65535.",
        "4,14: 'apiServer.ports[1]': 70000 is not a port. Write a number from 1 to 65535.",
        "5,3: There is no key 'onnodes' in 'apiServer'. Did you mean 'onNodes'?",
    ]);

    [TestCase("calico: {edition: oss, edition: oss}", "1,24: The key 'edition' stands twice in one map: here and at line 1, column 10. Remove one of the two.")]
    [TestCase("apiServer: {onNodes: yes}", "1,22: 'yes' without quotes is true to kubectl, and text to YAML 1.2. Write true, or \"yes\" if it is text.")]
    [TestCase("engine: cilium\n---\nengine: calico", "3,1: There are 2 documents here; one is expected. Leave one, and write the others where they belong.")]
    public void What_the_strict_reader_refuses_is_refused_here_too(string text, string message) => Messages(text).ShouldBe([message]);

    private static IEnumerable<string> Messages(string text)
    {
        ClusterProfile.TryParse(text, "prod.yaml", out var profile, out var diagnostics).ShouldBeFalse();
        profile.ShouldBeNull();
        foreach (var one in diagnostics)
        {
            one.ShouldSatisfyAllConditions(
                () => one.Id.ShouldBe("PK5001"),
                () => one.Severity.ShouldBe(Severity.Error),
                () => one.ToString().ShouldStartWith($"prod.yaml({one.Position.Line},{one.Position.Column}): error PK5001: "));
            yield return $"{one.Position.Line},{one.Position.Column}: {one.Message}{(one.Mend.Length == 0 ? "" : " " + one.Mend)}";
        }
    }
}
