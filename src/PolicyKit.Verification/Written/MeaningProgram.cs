using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Written;

/// <summary>One policy of a set in one direction: whom it is for, what it allows, and whether it restricts.</summary>
internal sealed record MeaningView(string? Namespace, LabelSelector Subject, IEnumerable<Rule> Rules, bool Restricts, Source Source);

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
            var subject = new EndpointPredicate.InNamespace(view.Namespace ?? DefaultNamespace) & Silences.SubjectPod & SelectorModel.Of(view.Subject).On(LabelScope.Pod);
            var rules = view.Rules.Append(Silences.WithoutPorts);
            if (direction == Direction.Egress) rules = rules.Append(Silences.OwnNodeEgress);
            blocks.Add(new(subject, rules.ToValueArray(), view.Source));
            if (view.Restricts) endings.Add(new(subject, EndEffect.Deny, view.Source));
        }

        return new(direction, [new("policies", [new(blocks.ToValueArray())], endings.ToValueArray())], [Silences.Unrestricted]);
    }
}
