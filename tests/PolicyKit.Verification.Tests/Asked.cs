using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests;

/// <summary>Puts YAML policies and one flow to the judge.</summary>
internal static class Asked
{
    /// <summary>A judge of YAML policies in the small cluster.</summary>
    public static Judge JudgeOf(string yaml, Enforcer enforcer = Enforcer.Unknown, ReleaseChannel channel = ReleaseChannel.Standard)
    {
        var profile = Profile(enforcer, channel);
        var reading = ReadingOf(yaml, enforcer, channel);
        reading.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).ShouldBeEmpty();
        return Judge.Of(reading, Worlds.Small, profile);
    }

    /// <summary>The verdict in a word on <c>from &gt; to PROTOCOL/port</c>.</summary>
    public static string Ask(this Judge judge, string flow)
    {
        var parts = flow.Split(' ');
        return judge.Decide(parts[0], parts[2], CaseQuery.TrafficOf(parts[3])).Whole.ToString();
    }

    public static PolicyReading ReadingOf(string yaml, Enforcer enforcer = Enforcer.Unknown, ReleaseChannel channel = ReleaseChannel.Standard)
    {
        var read = ManifestReader.Read(yaml, "policy.yaml");
        read.Diagnostics.ShouldBeEmpty();
        return Judge.Read(read.Manifests, Profile(enforcer, channel));
    }

    public static ClusterProfile Profile(Enforcer enforcer, ReleaseChannel channel = ReleaseChannel.Standard) =>
        new() { Engine = enforcer, ClusterNetworkPolicy = new() { Channel = channel } };

    /// <summary>A NetworkPolicy of namespace shop around its spec in flow style.</summary>
    public static string NetworkPolicy(string spec, string name = "np", string @namespace = "shop") =>
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: {{name}}, namespace: {{@namespace}}}
        spec: {{spec}}

        """;

    /// <summary>A ClusterNetworkPolicy around its spec in flow style, without the braces.</summary>
    public static string ClusterPolicy(string spec, string name = "cnp") =>
        $$"""
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: {{name}}}
        spec: {{{spec}}}

        """;

    public static string Together(params string[] documents) => string.Join("---\n", documents);
}
