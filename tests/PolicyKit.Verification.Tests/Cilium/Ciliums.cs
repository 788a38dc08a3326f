using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>Puts Cilium's policies and one flow to the judge of a cluster that runs Cilium.</summary>
internal static class Ciliums
{
    public static readonly CiliumFacts Newest = new() { Version = new(1, 20) };

    /// <summary>The small cluster with Services, a service account and labels that are no part of an identity.</summary>
    public static SimulatedCluster Cluster { get; } = Worlds.Small.With(
        new ClusterPod("shop", "job") { Addresses = [IpAddress.Parse("10.1.0.9")], Labels = [("pod-template-hash", "abc")], ServiceAccount = "runner", Node = "n1" },
        new ClusterService("ops", "tool") { Labels = [("kind", "internal")], Addresses = [IpAddress.Parse("10.96.0.7")], Selector = [("app", "tool")] },
        new ClusterService("ops", "legacy") { Addresses = [IpAddress.Parse("10.96.0.8")] },
        new ClusterServiceEndpoints("ops", "legacy") { Addresses = [IpAddress.Parse("198.51.100.20")], Ports = [new("", Protocol.Tcp, 80)] });

    public static PolicyReading Read(string yaml, CiliumFacts? facts = null)
    {
        var read = ManifestReader.Read(yaml, "policy.yaml");
        read.Diagnostics.ShouldBeEmpty();
        return Judge.Read(read.Manifests, Profile(facts));
    }

    public static Judge JudgeOf(string yaml, CiliumFacts? facts = null)
    {
        var reading = Read(yaml, facts);
        reading.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).ShouldBeEmpty();
        return Judge.Of(reading, Cluster, Profile(facts));
    }

    public static ClusterProfile Profile(CiliumFacts? facts = null) => new() { Engine = Enforcer.Cilium, Cilium = facts ?? Newest };

    /// <summary>A CiliumNetworkPolicy of namespace shop around its spec in flow style, without the braces.</summary>
    public static string Policy(string spec, string name = "p", string @namespace = "shop") =>
        $$"""
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: {{name}}, namespace: {{@namespace}}}
        spec: {{{spec}}}

        """;

    /// <summary>A CiliumClusterwideNetworkPolicy around its spec in flow style, without the braces.</summary>
    public static string Clusterwide(string spec, string name = "p") =>
        $$"""
        apiVersion: cilium.io/v2
        kind: CiliumClusterwideNetworkPolicy
        metadata: {name: {{name}}}
        spec: {{{spec}}}

        """;

    public static string Group(string name, string networks) =>
        $$"""
        apiVersion: cilium.io/v2
        kind: CiliumCIDRGroup
        metadata: {name: {{name}}, labels: {role: {{name}} } }
        spec: {externalCIDRs: {{networks}} }

        """;
}
