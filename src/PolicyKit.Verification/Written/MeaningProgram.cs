using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Written;

/// <summary>One enforced policy of a set in one direction: whom it is for, and what it allows. A rehearsed policy says nothing: it neither denies nor allows.</summary>
internal sealed record MeaningView(string? Namespace, LabelSelector Subject, IEnumerable<Rule> Rules, Source Source);

/// <summary>Unions are unions: one tier, one rank, a block a policy, and an ending for each that restricts.</summary>
internal static class MeaningProgram
{
    public const string DefaultNamespace = "default";

    public static DirectionProgram Compile(Direction direction, IEnumerable<MeaningView> views)
    {
        var blocks = new List<Block>();
        var endings = new List<Ending>();
        if (direction == Direction.Ingress) blocks.Add(Silences.OwnNodeIngress);
        foreach (var view in views)
        {
            var subject = Subject(view);
            var rules = view.Rules.Append(Silences.WithoutPorts);
            if (direction == Direction.Egress) rules = rules.Append(Silences.OwnNodeEgress);
            blocks.Add(new(subject, rules.ToValueArray(), view.Source));
            endings.Add(new(subject, EndEffect.Deny, view.Source));
        }

        return new(direction, [new("policies", [new(blocks.ToValueArray())], endings.ToValueArray())], [Silences.Unrestricted]);
    }

    /// <summary>What two such programs say together, as if it were written in one.</summary>
    public static PolicyProgram Union(PolicyProgram one, PolicyProgram other) => new(Union(one.Ingress, other.Ingress), Union(one.Egress, other.Egress));

    /// <summary>Allows what one view allows, and nothing else: no flow is let through because nothing restricts it.</summary>
    public static DirectionProgram Exactly(Direction direction, MeaningView view) =>
        new(direction, [new("only", [new([new(Subject(view), view.Rules.ToValueArray(), view.Source)])], [])], [new(EndpointPredicate.Always, EndEffect.Deny, view.Source)]);

    private static DirectionProgram Union(DirectionProgram one, DirectionProgram other)
    {
        var (left, right) = (one.Tiers[0], other.Tiers[0]);
        var blocks = left.Ranks[0].Blocks.Concat(right.Ranks[0].Blocks.Where(block => !ReferenceEquals(block, Silences.OwnNodeIngress)));
        return one with { Tiers = [left with { Ranks = [new(blocks.ToValueArray())], Endings = [.. left.Endings, .. right.Endings] }] };
    }

    private static EndpointPredicate Subject(MeaningView view) =>
        new EndpointPredicate.InNamespace(view.Namespace ?? DefaultNamespace) & Silences.SubjectPod & SelectorModel.Of(view.Subject).On(LabelScope.Pod);
}
