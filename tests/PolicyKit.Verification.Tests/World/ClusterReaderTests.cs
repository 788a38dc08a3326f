using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Tests.World;

internal sealed class ClusterReaderTests
{
    [TestCase("apps/v1", "Deployment")]
    [TestCase("apps/v1", "StatefulSet")]
    [TestCase("apps/v1", "DaemonSet")]
    [TestCase("apps/v1", "ReplicaSet")]
    [TestCase("batch/v1", "Job")]
    public void A_workload_makes_a_pod_of_its_template(string version, string kind)
    {
        var pod = Read(
            $"""
            apiVersion: {version}
            kind: {kind}
            metadata:
              name: web
              namespace: shop
              labels:
                of: workload
            spec:
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  serviceAccountName: runner
                  containers:
                  - name: c
                    ports:
                    - name: http
                      containerPort: 8080
                    - containerPort: 9090
            """).Pods.ShouldHaveSingleItem();
        pod.Name.ShouldBe("shop/web");
        pod.Labels.ShouldContain(new ScopedLabel(LabelScope.Pod, "app", "web"));
        pod.Labels.ShouldNotContain(label => label.Key == "of");
        pod.ServiceAccount.ShouldBe("runner");
        pod.NamedPorts.ShouldBe([new ContainerPort("http", Protocol.Tcp, 8080)]);
        pod.Addresses.ShouldBe([IpAddress.Parse("10.244.0.1")]);
    }

    [Test]
    public void A_CronJob_keeps_its_template_deeper() =>
        Read("""
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: night, namespace: shop}
            spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: night}}, spec: {containers: []}}}}}
            """).Pods.ShouldHaveSingleItem().Label(LabelScope.Pod, "app").ShouldBe("night");

    [Test]
    public void A_workload_without_replicas_makes_no_pod() =>
        Read("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {replicas: 0, template: {spec: {containers: []}}}
            """).Pods.ShouldBeEmpty();

    [Test]
    public void A_pod_carries_the_labels_of_its_namespace_and_service_account()
    {
        var pod = Read("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: shop, kubernetes.io/metadata.name: forged}}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: runner, namespace: shop, labels: {role: r}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {serviceAccountName: runner, nodeName: n1, containers: []}
            status: {podIPs: [{ip: 10.0.0.9}, {ip: 'fd00::9'}]}
            """).Pods.ShouldHaveSingleItem();
        pod.Label(LabelScope.Namespace, "team").ShouldBe("shop");
        pod.Label(LabelScope.Namespace, "kubernetes.io/metadata.name").ShouldBe("shop");
        pod.Label(LabelScope.ServiceAccount, "role").ShouldBe("r");
        pod.Addresses.ShouldBe([IpAddress.Parse("10.0.0.9"), IpAddress.Parse("fd00::9")]);
    }

    [Test]
    public void A_host_network_pod_has_its_nodes_addresses_and_labels()
    {
        var cluster = Read("""
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {zone: a}}
            status: {addresses: [{type: InternalIP, address: 192.168.0.1}, {type: Hostname, address: n1}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: ops}
            spec: {hostNetwork: true, nodeName: n1, containers: []}
            """).WithApiServer(IpSet.Parse("192.168.0.1/32"));
        var pod = cluster.Endpoint("ops/agent");
        pod.Kinds.ShouldBe(Kinds.HostNetworkPod | Kinds.OtherNode | Kinds.ApiServer);
        pod.Addresses.ShouldBe([IpAddress.Parse("192.168.0.1")]);
        pod.Label(LabelScope.Node, "zone").ShouldBe("a");
        cluster.Endpoint("node:n1").Kinds.ShouldBe(Kinds.OtherNode | Kinds.ApiServer);
    }

    [Test]
    public void An_address_outside_may_be_the_API_server()
    {
        Worlds.Small.Endpoint("ip:203.0.113.10").Kinds.ShouldBe(Kinds.Outside | Kinds.ApiServer);
        Worlds.Small.Endpoint("ip:8.8.8.8").Kinds.ShouldBe(Kinds.Outside);
    }

    [Test]
    public void Dialling_a_Service_becomes_a_flow_to_each_endpoint_behind_it()
    {
        var cluster = Worlds.Small.With(new ClusterService("shop", "web")
        {
            Addresses = [IpAddress.Parse("10.96.0.7")],
            Selector = [("app", "web")],
            Ports = [new("", Protocol.Tcp, 80, null, "http")],
        });
        var flow = cluster.FlowsThrough("ops/tool", "shop/web", Protocol.Tcp, 80).ShouldHaveSingleItem();
        flow.ToString().ShouldBe("ops/tool to shop/web TCP/8080 through shop/web:80");
        flow.Via!.Address.ShouldBe(IpAddress.Parse("10.96.0.7"));
        Should.Throw<ArgumentException>(() => cluster.FlowsThrough("ops/tool", "shop/web", Protocol.Tcp, 81)).Message.ShouldStartWith("The Service 'shop/web' has no TCP port 81.");
        Should.Throw<ArgumentException>(() => cluster.FlowsThrough("ops/tool", "shop/wob", Protocol.Tcp, 80)).Message.ShouldStartWith("The cluster has no Service 'shop/wob'.");
    }

    [Test]
    public void Listed_endpoints_go_before_the_selector()
    {
        var cluster = Read("""
            apiVersion: v1
            kind: Service
            metadata: {name: kubernetes, namespace: default}
            spec: {clusterIP: 10.96.0.1, ports: [{name: https, port: 443, targetPort: 6443}]}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: kubernetes, namespace: default, labels: {kubernetes.io/service-name: kubernetes}}
            addressType: IPv4
            endpoints: [{addresses: [203.0.113.10]}, {addresses: [203.0.113.11], conditions: {ready: false}}]
            ports: [{name: https, port: 6443, protocol: TCP}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: []}
            """);
        cluster.FlowsThrough("shop/web", "default/kubernetes", Protocol.Tcp, 443).ShouldHaveSingleItem().ToString().ShouldBe("shop/web to ip:203.0.113.10 TCP/6443 through default/kubernetes:443");
    }

    [TestCase("shop/wep", "The cluster has no 'shop/wep'. Did you mean 'shop/web'? Write 'namespace/pod', 'node:NAME', 'ip:ADDRESS' or 'dns:NAME'. (Parameter 'name')")]
    [TestCase("nobody", "The cluster has no 'nobody'. Write 'namespace/pod', 'node:NAME', 'ip:ADDRESS' or 'dns:NAME'. (Parameter 'name')")]
    [TestCase("ip:10.0.0", "'10.0.0' is not an IP address. (Parameter 'name')")]
    public void An_unknown_end_is_refused_with_the_mend(string name, string message) =>
        Should.Throw<ArgumentException>(() => Worlds.Small.Endpoint(name)).Message.ShouldBe(message);

    [Test]
    public void Two_ends_need_a_family_in_common() =>
        Should.Throw<ArgumentException>(() => Worlds.Small.Flow("shop/web", "ip:fd00::1", Traffic.Tcp(80))).Message.ShouldStartWith("'shop/web' and 'ip:fd00::1' have no address family in common.");

    [Test]
    public void A_later_object_replaces_an_earlier_one() =>
        Worlds.Small.With(new ClusterPod("shop", "web") { Labels = [("app", "new")] }).Endpoint("shop/web").Label(LabelScope.Pod, "app").ShouldBe("new");

    [TestCase("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: []}, status: {podIP: 10.0.0.300}}", "Pod p: 'status.podIP': '10.0.0.300' is not an IP address. The API server refuses the object.")]
    [TestCase("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: {}}}", "Pod p: 'spec.containers': The field needs a list, and there is a map. The API server refuses the object.")]
    [TestCase("{apiVersion: v1, kind: Pod, metadata: {name: p}}", "Pod p: 'spec': The workload has no pod template. The API server refuses the object.")]
    [TestCase("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{ports: [{name: a, containerPort: 70000}]}]}}", "Pod p: 'spec.containers[0].ports[0].containerPort': 70000 is not a port. The API server refuses the object.")]
    [TestCase("{apiVersion: v1, kind: Namespace, metadata: {}}", "Namespace : 'metadata': The object has no name. The API server refuses the object.")]
    public void A_bad_object_is_reported_and_does_not_hide_the_others(string bad, string message)
    {
        var reading = ClusterReader.Read(ManifestReader.Read(bad + "\n---\n{apiVersion: v1, kind: Node, metadata: {name: n1}}\n").Manifests);
        reading.Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldBe(message);
        reading.Findings[0].Consequence.ShouldBe(ReadConsequence.RejectedByApiServer);
        reading.Cluster.Pods.ShouldBeEmpty();
        reading.Cluster.Nodes.Count.ShouldBe(1);
    }

    private static SimulatedCluster Read(string yaml)
    {
        var reading = ClusterReader.Read(ManifestReader.Read(yaml).Manifests);
        reading.Findings.ShouldBeEmpty();
        return reading.Cluster;
    }
}
