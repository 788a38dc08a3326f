using System.Diagnostics;
using PolicyKit.Verification;
using PolicyKit.Verification.Explaining;
using PolicyKit.Verification.Lint;

namespace PolicyKit.Testing;

/// <summary>What unit tests assert about policies and clusters.</summary>
[StackTraceHidden]
public static class PolicyAssertions
{
    /// <summary>Each of the four engines says of every connection what is written, up to the gaps that it declares; checked as <see cref="Agreement"/> does.</summary>
    /// <param name="policies">The policies. Native fragments and raw manifests are words of one engine, and left out.</param>
    /// <param name="profile">The facts of the cluster.</param>
    /// <exception cref="PolicyAssertionException">An engine says something else, or cannot say it; the message names a connection, with both reasons.</exception>
    public static void ShouldMeanTheSameOnEveryEngine(this PolicySet policies, ClusterProfile? profile = null) => ShouldMeanTheSame(policies, profile, [.. Engine.All]);

    /// <summary>Some engines say of every connection what is written, up to the gaps that they declare; checked as <see cref="Agreement"/> does.</summary>
    /// <param name="policies">The policies. Native fragments and raw manifests are words of one engine, and left out.</param>
    /// <param name="profile">The facts of the cluster.</param>
    /// <param name="engine">An engine.</param>
    /// <param name="more">More engines.</param>
    /// <exception cref="PolicyAssertionException">An engine says something else, or cannot say it; the message names a connection, with both reasons.</exception>
    public static void ShouldMeanTheSameOn(this PolicySet policies, ClusterProfile profile, Engine engine, params Engine[] more) => ShouldMeanTheSame(policies, profile, [engine, .. more]);

    /// <summary>The lint has nothing to say about the policies and raw manifests; what it says for information only does not count.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="engine">The engine they are for; Kubernetes when left out.</param>
    /// <param name="profile">The facts of the cluster.</param>
    /// <exception cref="PolicyAssertionException">There are findings; the message lists them, each with its line and its mend.</exception>
    public static void ShouldHaveNoFindings(this PolicySet policies, Engine? engine = null, ClusterProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var dialect = engine ?? Engine.Kubernetes;
        var findings = policies.Emit(dialect, profile).Diagnostics.Concat(ManifestLint.CheckRaw(policies, dialect, profile))
            .Where(found => found.Severity is not Severity.Info).Select(found => found.ToString()).ToList();
        if (findings.Count == 0) return;
        throw FailureMessage.About(Thing(policies)).Say("should have", $"no findings on {dialect}").Say("but had", findings).ToException();
    }

    /// <summary>Whoever the policies select can still reach the API server, unless its policy says <c>NeedsNoApiServer</c>.</summary>
    /// <param name="policies">The policies. Those that only deny are about no workload, and pods of them alone are not asked.</param>
    /// <param name="profile">The facts of the cluster.</param>
    /// <exception cref="PolicyAssertionException">A pod is cut off; the message says by what, and the mend.</exception>
    public static void ShouldKeepTheApiServerReachable(this PolicySet policies, ClusterProfile? profile = null)
    {
        var cluster = Workloads.Of(policies, profile, policy => policy.NoApiServerBecause is null);
        ShouldKeepTheApiServerReachable(cluster);
    }

    /// <summary>Whoever the policies select can still look names up, unless its policy says <c>NeedsNoDns</c>.</summary>
    /// <param name="policies">The policies. Those that only deny are about no workload, and pods of them alone are not asked.</param>
    /// <param name="profile">The facts of the cluster.</param>
    /// <exception cref="PolicyAssertionException">A pod is cut off; the message says by what, and the mend.</exception>
    public static void ShouldKeepDnsReachable(this PolicySet policies, ClusterProfile? profile = null)
    {
        var cluster = Workloads.Of(policies, profile, policy => policy.NoDnsBecause is null);
        ShouldKeepDnsReachable(cluster);
    }

    /// <summary>Every pod of the cluster can still reach the API server.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <exception cref="PolicyAssertionException">A pod is cut off; the message says by what, and the mend.</exception>
    public static void ShouldKeepTheApiServerReachable(this TestCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        NeededEnds.ShouldReachTheApiServer(cluster, [.. cluster.Objects.Pods.Select(pod => pod.Name)]);
    }

    /// <summary>Every pod of the cluster can still look names up.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <exception cref="PolicyAssertionException">A pod is cut off; the message says by what, and the mend.</exception>
    public static void ShouldKeepDnsReachable(this TestCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        NeededEnds.ShouldReachDns(cluster, [.. cluster.Objects.Pods.Select(pod => pod.Name)]);
    }

    private static void ShouldMeanTheSame(PolicySet policies, ClusterProfile? profile, Engine[] engines)
    {
        ArgumentNullException.ThrowIfNull(policies);
        if (policies.Policies.All(policy => policy.Ingress is null && policy.Egress is null))
        {
            throw FailureMessage.About(Thing(policies)).Say("should mean the same on", Names(engines)).Say("but", "there is nothing to compare: no policy of the set says anything that more than one engine has words for.").ToException();
        }

        var differing = Agreement.Check(policies, profile).Engines.Where(found => engines.Contains(found.Engine) && (!found.Holds || found.Outcome is AgreementOutcome.Refused)).ToList();
        if (differing.Count == 0) return;
        var refused = differing.Where(found => found.Outcome is AgreementOutcome.Refused).Select(found => found.Engine.ToString()).ToList();
        throw FailureMessage.About(Thing(policies))
            .Say("should mean the same on", Names(engines))
            .Say("but", differing.Select(found => found.ToString()))
            .Say("mend", refused.Count == 0
                ? ["The written policies and what the engine makes of them differ, and no declared gap says so: this is a fault of PolicyKit. Please report it with the text above."]
                : [$"Write the policies so that {Sentences.List(refused)} can say them, or ask only for the engines that you use: ShouldMeanTheSameOn(profile, {string.Join(", ", engines.Where(engine => !refused.Contains(engine.ToString())).Select(engine => $"Engine.{Letter(engine.ToString())}"))})."])
            .ToException();
    }

    private static string Names(IEnumerable<Engine> engines) => string.Join(", ", engines);

    private static string Letter(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Thing(PolicySet policies) => policies.Count switch
    {
        0 => "no policies at all",
        1 => "the policy",
        var count => FormattableString.Invariant($"the {count} policies"),
    };
}
