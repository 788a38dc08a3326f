using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Agreeing;

/// <summary>A declared gap as a condition on flows. Whether it covered a flow that really differs is kept, because a gap that never does hides something.</summary>
internal sealed class GapCover(Gap gap, SimulatedCluster cluster, ClusterProfile profile)
{
    public Gap Gap => gap;

    private static readonly Verdict NotCovered = new Verdict.Deny([]);

    /// <summary>Allows exactly the flows of the gap.</summary>
    public DirectionProgram Program { get; } = WrittenCompiler.Covering(gap.Flows, cluster, profile);

    public bool IsInhabited { get; set; }

    public bool Concerns(Direction direction, GapEffect difference) =>
        gap.Flows.Direction == direction && (gap.Effect == GapEffect.Both || gap.Effect == difference);

    /// <summary>Allow where the gap covers the flow; it may depend on answers as the policies do.</summary>
    public Verdict Covers(Flow flow, Answers answers) => gap.Id == Gaps.MeshWide
        ? AtHome(flow) is { } local ? Evaluator.Decide(Program, local, answers) : NotCovered
        : Evaluator.Decide(Program, flow, answers);

    /// <summary>The flow as if its peer were of this cluster, or null where it is: the gap is about those of other clusters that the words would mean here.</summary>
    private Flow? AtHome(Flow flow)
    {
        var ingress = gap.Flows.Direction == Direction.Ingress;
        var peer = ingress ? flow.From : flow.To;
        if ((peer.Kinds & RepresentativeWorld.OfMesh) == 0) return null;
        var local = peer with { Kinds = (peer.Kinds & Kinds.MeshPod) != 0 ? Kinds.Pod : Kinds.OtherNode };
        var family = flow.FromAddress.Family;
        return ingress ? new(local, flow.To, flow.Traffic, family) : new(flow.From, local, flow.Traffic, family);
    }

    /// <summary>Whether what the gap says about the rest of the cluster holds. Its own words are for people; this is the same for the run.</summary>
    public bool Holds(Surroundings surroundings, Answers answers)
    {
        var direction = gap.Flows.Direction;
        if (gap.Id == Gaps.OutsideSources) return gap.Effect == GapEffect.Opens ? !surroundings.Selects(direction) : surroundings.Selects(direction) && !surroundings.Allows;
        if (gap.Id == Gaps.YieldsToNetworkPolicy || gap.Id == Gaps.OverridesNetworkPolicy) return surroundings.Selects(direction);
        if (gap.Id == Gaps.OtherDirection) return !surroundings.Selects(direction) && surroundings.Selects(Opposite(direction)) && answers[Question.OtherDirection] == true;
        return true;
    }

    private static Direction Opposite(Direction direction) => direction == Direction.Ingress ? Direction.Egress : Direction.Ingress;
}
