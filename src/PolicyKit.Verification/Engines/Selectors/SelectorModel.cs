using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Selectors;

/// <summary>One requirement of a selector.</summary>
/// <param name="Key">The label's key, as written.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Values">The values, for <c>In</c> and <c>NotIn</c>.</param>
internal sealed record RequirementModel(string Key, SelectorOperator Operator, ValueArray<string> Values);

/// <summary>The selector that all Kubernetes APIs share: every label and every requirement must hold.</summary>
internal sealed record SelectorModel(ValueArray<(string Key, string Value)> MatchLabels, ValueArray<RequirementModel> Expressions)
{
    public static SelectorModel Everything { get; } = new([], []);

    /// <summary>A written selector in this form.</summary>
    public static SelectorModel Of(LabelSelector written) => new([], written.Requirements.Select(r => new RequirementModel(r.Key, OperatorOf(r.Operator), r.Values)).ToValueArray());

    public bool IsEmpty => MatchLabels.Count == 0 && Expressions.Count == 0;

    /// <summary>Whether an engine can make sense of it: kinds whose labels nobody validates store anything.</summary>
    public bool IsUnderstood => Expressions.All(e => e.Operator switch
    {
        SelectorOperator.In or SelectorOperator.NotIn => e.Values.Count > 0,
        SelectorOperator.Exists or SelectorOperator.DoesNotExist => e.Values.Count == 0,
        _ => false,
    });

    /// <summary>Every matchLabels entry as a requirement, followed by the expressions.</summary>
    public IEnumerable<RequirementModel> Requirements =>
        MatchLabels.Select(label => new RequirementModel(label.Key, SelectorOperator.In, [label.Value])).Concat(Expressions);

    /// <summary>The selector as a condition on the labels of one object. NotIn and DoesNotExist hold without the label.</summary>
    public EndpointPredicate On(LabelScope scope) => EndpointPredicate.All(Requirements.Select(r => On(scope, r.Key, r)));

    /// <summary>One requirement as a condition on one label.</summary>
    public static EndpointPredicate On(LabelScope scope, string key, RequirementModel requirement) => requirement.Operator switch
    {
        SelectorOperator.In => new EndpointPredicate.Label(scope, key, new LabelTest.In(requirement.Values)),
        SelectorOperator.NotIn => !new EndpointPredicate.Label(scope, key, new LabelTest.In(requirement.Values)),
        SelectorOperator.Exists => new EndpointPredicate.Label(scope, key, new LabelTest.Exists()),
        SelectorOperator.DoesNotExist => !new EndpointPredicate.Label(scope, key, new LabelTest.Exists()),
        _ => throw new InvalidOperationException("A selector that no engine understands has no meaning; ask IsUnderstood first."),
    };

    private static SelectorOperator OperatorOf(LabelOperator written) => written switch
    {
        LabelOperator.In => SelectorOperator.In,
        LabelOperator.NotIn => SelectorOperator.NotIn,
        LabelOperator.Exists => SelectorOperator.Exists,
        LabelOperator.DoesNotExist => SelectorOperator.DoesNotExist,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
