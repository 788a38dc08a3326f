using PolicyKit.Tests.Shared;
namespace PolicyKit.Tests.Profiles;

public sealed class ProfileReadingTests
{
    private static readonly ClusterProfile Whole = new()
    {
        Engine = Enforcer.KubeNetworkPolicies,
        ApiServer = new()
        {
            Cidrs = [Block("10.0.0.1/32"), Block("10.0.0.2/32")],
            Ports = [6443, 443],
            Service = Block("10.96.0.1/32"),
            OnNodes = true,
            Sources = new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"), ("tier", ""))),
        },
        Dns = new() { Namespace = "openshift-dns", PodLabels = LabelSelector.Of(("dns", "default")), Port = 5353, Addresses = [Block("169.254.20.10/32"), Block("10.96.0.10/32")] },
        Networks = new() { Pods = [Block("10.244.0.0/16"), Block("fd00::/48")], Services = [Block("10.96.0.0/12")], Nodes = [Block("10.0.0.0/24")], Tunnels = [] },
        Cilium = new()
        {
            Version = new(1, 20),
            CidrMatchMode = [CidrMatchMode.Nodes, CidrMatchMode.Pods],
            Enforcement = CiliumEnforcement.Always,
            L7Proxy = false,
            NonDefaultDeny = false,
            Sctp = true,
            ClusterMesh = true,
            DefaultLocalCluster = false,
            ClusterName = "west",
        },
        Calico = new() { Version = new(3, 30), Edition = CalicoEdition.Enterprise },
        ClusterNetworkPolicy = new() { Channel = ReleaseChannel.Experimental, Placement = Placement.Union, AllowPriority = 0, DenyPriority = 999 },
    };

    [Test]
    public void Every_fact_has_a_key() => ClusterProfile.Parse("""
        engine: kube-network-policies
        apiServer:
          cidrs: [10.0.0.1/32, 10.0.0.2/32]
          ports: [6443, 443]
          service: 10.96.0.1
          onNodes: true
          sources: {pods: {namespace: kube-system, podLabels: {k8s-app: konnectivity-agent, tier: ""}}}
        dns: { namespace: openshift-dns, podLabels: {dns: default}, port: 5353, addresses: [169.254.20.10/32, 10.96.0.10] }
        networks: { pods: [10.244.0.0/16, "fd00::/48"], services: [10.96.0.0/12], nodes: [10.0.0.0/24], tunnels: [] }
        cilium: { version: "1.20", cidrMatchMode: [nodes, pods], enforcement: always, l7Proxy: false, nonDefaultDeny: false, sctp: true, clusterMesh: true, defaultLocalCluster: false, clusterName: west }
        calico: { version: v3.30.1, edition: enterprise }
        clusterNetworkPolicy: { channel: experimental, placement: Union, allowPriority: 0, denyPriority: 999 }
        """).ShouldBe(Whole);

    [Test]
    public void Json_says_the_same() => ClusterProfile.Parse("""
        {
          "engine": "kube-network-policies",
          "apiServer": {"cidrs": ["10.0.0.1/32", "10.0.0.2/32"], "ports": [6443, 443], "service": "10.96.0.1/32", "onNodes": true,
            "sources": {"pods": {"namespace": "kube-system", "podLabels": {"tier": "", "k8s-app": "konnectivity-agent"}}}},
          "dns": {"namespace": "openshift-dns", "podLabels": {"dns": "default"}, "port": 5353, "addresses": ["169.254.20.10", "10.96.0.10"]},
          "networks": {"pods": ["10.244.0.0/16", "fd00::/48"], "services": ["10.96.0.0/12"], "nodes": ["10.0.0.0/24"], "tunnels": []},
          "cilium": {"version": "1.20", "cidrMatchMode": ["nodes", "pods"], "enforcement": "always", "l7Proxy": false, "nonDefaultDeny": false, "sctp": true, "clusterMesh": true, "defaultLocalCluster": false, "clusterName": "west"},
          "calico": {"version": "3.30", "edition": "enterprise"},
          "clusterNetworkPolicy": {"channel": "experimental", "placement": "Union", "allowPriority": 0, "denyPriority": 999}
        }
        """).ShouldBe(Whole);

    [TestCase("engine: kubernetes")]
    [TestCase("{}")]
    [TestCase("apiServer: {}\ndns: {}\nnetworks: {}\ncilium: {}\ncalico: {}\nclusterNetworkPolicy: {}")]
    public void What_is_not_said_is_not_known(string text) => ClusterProfile.Parse(text).ShouldBe(ClusterProfile.Unknown);

    [TestCase("kubernetes", Enforcer.Unknown)]
    [TestCase("cilium", Enforcer.Cilium)]
    [TestCase("calico", Enforcer.Calico)]
    [TestCase("kube-network-policies", Enforcer.KubeNetworkPolicies)]
    [TestCase("aws-vpc-cni", Enforcer.AwsVpcCni)]
    public void Every_enforcer_has_a_word(string word, Enforcer enforcer) => ClusterProfile.Parse($"engine: {word}").Engine.ShouldBe(enforcer);

    [TestCaseSource(nameof(SourcesTable))]
    public void The_sources_of_the_api_server_are_a_word_or_a_map(string text, ApiServerSources sources) =>
        ClusterProfile.Parse($"apiServer: {{sources: {text}}}").ApiServer.Sources.ShouldBe(sources);

    private static IEnumerable<object[]> SourcesTable() =>
    [
        ["endpoints", ApiServerSources.Endpoints],
        ["nodes", ApiServerSources.Nodes],
        ["anywhere", ApiServerSources.Anywhere],
        ["{cidrs: [10.0.0.0/8]}", new ApiServerSources.FromNetworks([Block("10.0.0.0/8")])],
    ];

    [TestCase("{nodeLocal: 169.254.20.10}", "[169.254.20.10/32]")]
    [TestCase("{nodeLocal: 169.254.20.10/32, addresses: [10.96.0.10]}", "[10.96.0.10/32, 169.254.20.10/32]")]
    [TestCase("{nodeLocal: 10.96.0.10, addresses: [10.96.0.10]}", "[10.96.0.10/32]")]
    public void NodeLocal_is_another_word_for_one_address(string dns, string addresses) =>
        ClusterProfile.Parse($"dns: {dns}").Dns.Addresses.ToString().ShouldBe(addresses);

    [TestCase("kubeadm-cilium.yaml", Enforcer.Cilium)]
    [TestCase("managed-konnectivity.json", Enforcer.Calico)]
    public void The_example_profiles_can_be_loaded(string file, Enforcer engine) =>
        ClusterProfile.Load(Repository.File("examples", "profiles", file)).Engine.ShouldBe(engine);

    [Test]
    public void Every_example_profile_is_tested() =>
        Directory.GetFiles(Repository.File("examples", "profiles")).Select(Path.GetFileName).ShouldBe(["kubeadm-cilium.yaml", "managed-konnectivity.json"], ignoreOrder: true);

    [Test]
    public void A_file_that_is_not_there_is_said_to_be_so() =>
        Should.Throw<ProfileFormatException>(() => ClusterProfile.Load("nowhere.yaml"))
            .Message.ShouldBe("nowhere.yaml: error PK5001: There is no such file. Look at its name and at the directory it is read from.");

    [Test]
    public void Every_mistake_is_in_the_message_of_the_exception()
    {
        var thrown = Should.Throw<ProfileFormatException>(() => ClusterProfile.Parse("engin: cilium\ndns: {port: 0}"));

        thrown.Message.ShouldBe("""
            line 1, column 1: error PK5001: There is no key 'engin' in a profile. Did you mean 'engine'?
            line 2, column 13: error PK5001: 'dns.port': 0 is not a port. Write a number from 1 to 65535.
            """);
        thrown.Diagnostics.Count.ShouldBe(2);
    }

    [Test]
    public void The_profiles_of_the_shared_cases_can_be_read()
    {
        if (Environment.GetEnvironmentVariable("POLICYKIT_CASES") is not { Length: > 0 } cases) Assert.Ignore("POLICYKIT_CASES names no folder of shared cases.");
        else foreach (var file in Directory.EnumerateFiles(cases, "profile.yaml", SearchOption.AllDirectories)) ClusterProfile.Load(file).Engine.ShouldNotBe(Enforcer.Unknown, file);
    }

    private static CidrBlock Block(string text) => CidrBlock.Parse(text);
}
