using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Lint;

/// <summary>Policies that one engine enforces together, as a program.</summary>
internal sealed class LintedWorld
{
    public LintedWorld(LintedManifests manifests, IReadOnlyList<PolicyModel> policies, ClusterProfile profile)
    {
        Cluster = manifests.Cluster;
        Policies = policies;
        Profile = profile;
        Program = ProgramCompiler.Compile(policies, Cluster, profile);
        Answers = EnforcerAnswers.Of(profile);
        Decisions = new(Answers);
        Conditions = new(Decisions, new ReachabilityOptions().SourcePort);
        Rules = [.. RulesOf(Program.Ingress).Concat(RulesOf(Program.Egress))];
    }

    public SimulatedCluster Cluster { get; }

    public IReadOnlyList<PolicyModel> Policies { get; }

    public ClusterProfile Profile { get; }

    public PolicyProgram Program { get; }

    public Answers Answers { get; }

    public Decisions Decisions { get; }

    public Conditions Conditions { get; }

    /// <summary>The rules that are written, in the order of the program, without those that hold for no pod at all.</summary>
    public IReadOnlyList<LintedRule> Rules { get; }

    private IEnumerable<LintedRule> RulesOf(DirectionProgram program) =>
        from tier in program.Tiers
        from rank in tier.Ranks
        from block in rank.Blocks
        where block.Source.Manifest is not null
        let pod = ExamplePod.Of(block.Subject, Cluster, Answers)
        where pod is not null
        from rule in block.Rules
        where rule.Source.Manifest is not null
        select new LintedRule(this, program.Direction, block, rule, pod);
}
