using PolicyKit.Ir;
using PolicyKit.Manifests;
using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification;

/// <summary>
/// Says what policies allow in a cluster, and why. Input: manifests or written policies, a cluster, a profile. Output: verdicts. Promise:
/// it shares no code with what writes manifests, and where a specification is silent it says so instead of guessing.
/// </summary>
public sealed class Judge
{
    private Judge(SimulatedCluster cluster, PolicyProgram program, Answers answers)
    {
        Cluster = cluster;
        Program = program;
        Answers = answers;
    }

    /// <summary>The cluster.</summary>
    public SimulatedCluster Cluster { get; }

    /// <summary>What the policies decide, as data.</summary>
    public PolicyProgram Program { get; }

    /// <summary>Which open questions the profile's enforcer settles.</summary>
    public Answers Answers { get; }

    /// <summary>Reads policies from manifests.</summary>
    /// <param name="manifests">The manifests; objects that are no policies are left alone.</param>
    /// <param name="profile">What the cluster runs; it decides what its API server and agents accept.</param>
    /// <returns>The policies that are enforced, and what was found.</returns>
    public static PolicyReading Read(IEnumerable<Manifest> manifests, ClusterProfile? profile = null) =>
        PolicyReader.Read(manifests, profile ?? ClusterProfile.Unknown);

    /// <summary>A judge of policies that were read from manifests.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="profile">
    /// What the cluster runs. Without it that is the one engine whose own kinds stand among the policies; where there is none either, every
    /// question that the specifications leave open stays open.
    /// </param>
    /// <returns>The judge.</returns>
    public static Judge Of(PolicyReading policies, SimulatedCluster cluster, ClusterProfile? profile = null)
    {
        var known = EnforcerChoice.Of(policies.Policies, profile ?? ClusterProfile.Unknown);
        var world = WithFacts(cluster, known);
        return new(world, ProgramCompiler.Compile(policies.Policies, world, known), EnforcerAnswers.Of(known));
    }

    /// <summary>A judge of written policies: what they mean, before any engine's form. Native fragments and raw manifests are no part of it; read those as manifests.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="profile">What the cluster runs, and the facts that words such as <c>ApiServer</c> need.</param>
    /// <returns>The judge.</returns>
    /// <exception cref="ArgumentException">A word needs a fact that the profile does not have; the message names the key.</exception>
    public static Judge Of(PolicySet policies, SimulatedCluster cluster, ClusterProfile? profile = null)
    {
        var known = profile ?? ClusterProfile.Unknown;
        var world = WithFacts(cluster, known);
        return new(world, WrittenCompiler.Compile(policies, world, known), EnforcerAnswers.Of(known));
    }

    /// <summary>A judge of the intermediate form, which stands between the written policies and every engine.</summary>
    /// <param name="policies">The intermediate form, with the facts it was resolved with.</param>
    /// <param name="cluster">The cluster.</param>
    /// <returns>The judge.</returns>
    public static Judge Of(PolicyIr policies, SimulatedCluster cluster)
    {
        var world = WithFacts(cluster, policies.Facts);
        return new(world, IrCompiler.Compile(policies, world), EnforcerAnswers.Of(policies.Facts));
    }

    /// <summary>A judge of everything that manifests hold: the cluster and its policies.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="profile">What the cluster runs.</param>
    /// <returns>The judge.</returns>
    public static Judge Of(IReadOnlyCollection<Manifest> manifests, ClusterProfile? profile = null) =>
        Of(Read(manifests, profile), ClusterReader.Read(manifests).Cluster, profile);

    /// <summary>The same judge with other answers to open questions.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>The new judge.</returns>
    public Judge Assuming(Answers answers) => new(Cluster, Program, answers);

    /// <summary>What both ends decide about a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <returns>The verdicts.</returns>
    public ConnectionVerdict Decide(Flow flow) => Evaluator.Decide(Program, flow, Answers);

    /// <summary>What one end decides about a flow.</summary>
    /// <param name="direction">The end: the destination for ingress, the source for egress.</param>
    /// <param name="flow">The flow.</param>
    /// <returns>The verdict.</returns>
    public Verdict Decide(Direction direction, Flow flow) => Evaluator.Decide(Program[direction], flow, Answers);

    /// <summary>What both ends decide about a flow between two ends by their names.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes, after Service translation.</param>
    /// <param name="traffic">What flows.</param>
    /// <returns>The verdicts.</returns>
    public ConnectionVerdict Decide(string from, string to, Traffic traffic) => Decide(Cluster.Flow(from, to, traffic));

    /// <summary>What both ends decide about a flow, and why: who restricts them, which rule decided, and which rule came closest.</summary>
    /// <param name="flow">The flow.</param>
    /// <returns>The explanation.</returns>
    public ConnectionExplanation Explain(Flow flow) => new(flow, Explain(Direction.Egress, flow), Explain(Direction.Ingress, flow));

    /// <summary>What one end decides about a flow, and why.</summary>
    /// <param name="direction">The end: the destination for ingress, the source for egress.</param>
    /// <param name="flow">The flow.</param>
    /// <returns>The explanation.</returns>
    public EndExplanation Explain(Direction direction, Flow flow) => new Explainer(Program[direction], flow, Answers).Explain();

    /// <summary>The profile's API server is part of the world; addresses that the cluster names itself go before.</summary>
    private static SimulatedCluster WithFacts(SimulatedCluster cluster, ClusterProfile profile) =>
        !cluster.ApiServerAddresses.IsEmpty || profile.ApiServer.Cidrs is not { } cidrs
            ? cluster
            : cluster.WithApiServer(cidrs.Aggregate(IpSet.Empty, (set, cidr) => set | IpSet.Parse(cidr.ToString())));
}
