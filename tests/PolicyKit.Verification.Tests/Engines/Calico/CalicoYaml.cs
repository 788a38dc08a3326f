using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Calico objects around their specs in flow style, and the small cluster with what only Calico looks at.</summary>
internal static class CalicoYaml
{
    /// <summary>The small cluster, and in shop a pod "bot" that runs as robot (team=red), a dual-stack pod "dual", and the Services web and far.</summary>
    public static SimulatedCluster Cluster { get; } = Worlds.Small.With(
        new ClusterServiceAccount("shop", "robot") { Labels = [("team", "red")] },
        new ClusterPod("shop", "bot") { Labels = [("app", "bot")], Addresses = [IpAddress.Parse("10.1.0.6")], Node = "n2", ServiceAccount = "robot" },
        new ClusterPod("shop", "dual") { Labels = [("app", "dual")], Addresses = [IpAddress.Parse("fd00::7")], Node = "n1" },
        new ClusterPod("ops", "dual") { Labels = [("app", "dual")], Addresses = [IpAddress.Parse("fd00::8")], Node = "n2" },
        new ClusterService("shop", "web") { Selector = [("app", "web")], Ports = [new("", Protocol.Tcp, 80, 8080)], Addresses = [IpAddress.Parse("10.96.0.1")] },
        new ClusterService("shop", "far") { Ports = [new("", Protocol.Tcp, 443, 6443)] },
        new ClusterServiceEndpoints("shop", "far") { Addresses = [IpAddress.Parse("203.0.113.10")], NotReady = [IpAddress.Parse("10.1.0.3")], Ports = [new("", Protocol.Tcp, 6443)] },
        new ClusterServiceEndpoints("shop", "portless") { Addresses = [IpAddress.Parse("10.1.0.3")] });

    public static string Policy(string spec, string name = "p", string @namespace = "shop", string kind = "NetworkPolicy") => Object(kind, $"name: {name}, namespace: {@namespace}", spec);

    public static string Global(string spec, string name = "g", string kind = "GlobalNetworkPolicy") => Object(kind, $"name: {name}", spec);

    public static string Tier(string name, string spec) => Object("Tier", $"name: {name}", spec);

    public static string NetworkSet(string labels, string nets, string @namespace = "shop") => Object("NetworkSet", $"name: set, namespace: {@namespace}, labels: {{{labels}}}", $"nets: [{nets}]");

    public static string GlobalNetworkSet(string labels, string nets) => Object("GlobalNetworkSet", $"name: set, labels: {{{labels}}}", $"nets: [{nets}]");

    /// <summary>The same objects as somebody writes them who goes past Calico's API server.</summary>
    public static string Stored(string yaml) => yaml.Replace("projectcalico.org/v3", "crd.projectcalico.org/v1", StringComparison.Ordinal);

    public static PolicyReading ReadingOf(ClusterProfile profile, params string[] documents)
    {
        var read = ManifestReader.Read(Asked.Together(documents), "policy.yaml");
        read.Diagnostics.ShouldBeEmpty();
        return Judge.Read(read.Manifests, profile);
    }

    public static PolicyReading ReadingOf(params string[] documents) => ReadingOf(Asked.Profile(Enforcer.Calico), documents);

    /// <summary>A judge of objects that are all enforced.</summary>
    public static Judge JudgeOf(params string[] documents)
    {
        var reading = ReadingOf(documents);
        reading.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).ShouldBeEmpty();
        return Judge.Of(reading, Cluster, Asked.Profile(Enforcer.Calico));
    }

    private static string Object(string kind, string metadata, string spec) =>
        $$"""
        apiVersion: projectcalico.org/v3
        kind: {{kind}}
        metadata: {{{metadata}}}
        spec: {{{spec}}}

        """;
}
