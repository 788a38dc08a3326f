namespace PolicyKit.Verification.Deciding;

/// <summary>A decision tree over open questions: allow, deny, or one outcome for each way a question can go.</summary>
/// <remarks>INVARIANT (reduced): a branch has at least two different children; a question that changes nothing is not in the tree.</remarks>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    public static Outcome Of(Question question, IReadOnlyList<Outcome> children) =>
        children.Skip(1).All(child => child == children[0]) ? children[0] : new Branch(question, children.ToValueArray());

    /// <summary>The verdict that the tree amounts to.</summary>
    public Verdict ToVerdict() => this switch
    {
        Leaf { Allows: true } leaf => new Verdict.Allow(leaf.Trace),
        Leaf leaf => new Verdict.Deny(leaf.Trace),
        _ => new Verdict.Undefined([.. Array.FindAll(Enum.GetValues<Question>(), Asks)], Leaves().SelectMany(leaf => leaf.Trace).Distinct(ReferenceEqualityComparer.Instance).Cast<Source>().ToValueArray()),
    };

    private bool Asks(Question question) => this is Branch branch && (branch.Question == question || branch.Children.Any(child => child.Asks(question)));

    private IEnumerable<Leaf> Leaves() => this switch
    {
        Leaf leaf => [leaf],
        Branch branch => branch.Children.SelectMany(child => child.Leaves()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public sealed record Leaf(bool Allows, ValueArray<Source> Trace) : Outcome
    {
        public bool Equals(Leaf? other) => other is not null && Allows == other.Allows;

        public override int GetHashCode() => Allows.GetHashCode();
    }

    public sealed record Branch(Question Question, ValueArray<Outcome> Children) : Outcome;
}
