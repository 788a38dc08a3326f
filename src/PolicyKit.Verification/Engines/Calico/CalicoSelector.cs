using System.Text;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>An expression of Calico's selector language: what it holds for, and how it is written in the one canonical way.</summary>
/// <remarks>INVARIANT (shallow): the parser nests no deeper than <see cref="CalicoSelectorParser.MostBrackets"/>, so that walking an expression by recursion is safe.</remarks>
internal abstract record CalicoSelector
{
    private CalicoSelector()
    {
    }

    public static CalicoSelector All { get; } = new Everything();

    /// <summary>Whether it holds for an object with some labels.</summary>
    public abstract bool Matches(IReadOnlyDictionary<string, string> labels);

    /// <summary>The expression with every label replaced.</summary>
    public abstract CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf);

    protected abstract void Write(StringBuilder text);

    /// <summary>The expression in canonical form, as Calico prints it.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    /// <summary>Every one of some expressions; the expression itself when there is only one, everything when there is none.</summary>
    public static CalicoSelector AllOf(params IEnumerable<CalicoSelector?> parts) => parts.OfType<CalicoSelector>().ToValueArray() switch
    {
        { Count: 0 } => All,
        { Count: 1 } only => only[0],
        var several => new And(several),
    };

    /// <summary><c>all()</c>: everything.</summary>
    internal sealed record Everything : CalicoSelector
    {
        public override bool Matches(IReadOnlyDictionary<string, string> labels) => true;

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => leaf(this);

        protected override void Write(StringBuilder text) => text.Append("all()");
    }

    /// <summary><c>global()</c>: everything too, until it is rewritten to what has no namespace.</summary>
    internal sealed record Global : CalicoSelector
    {
        public override bool Matches(IReadOnlyDictionary<string, string> labels) => true;

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => leaf(this);

        protected override void Write(StringBuilder text) => text.Append("global()");
    }

    /// <summary>A question about one label.</summary>
    /// <remarks>INVARIANT (canonical): the values of a set are sorted and different.</remarks>
    internal sealed record Label(string Key, CalicoOperator Operator, ValueArray<string> Values) : CalicoSelector
    {
        public ValueArray<string> Values { get; } = Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueArray();

        /// <summary>Whether it holds exactly where <see cref="Test"/> does not, so also without the label.</summary>
        public bool IsNegative => Operator is CalicoOperator.NotEqual or CalicoOperator.NotIn;

        public LabelTest Test => Operator switch
        {
            CalicoOperator.Has => new LabelTest.Exists(),
            CalicoOperator.Contains => new LabelTest.Contains(Values[0]),
            CalicoOperator.StartsWith => new LabelTest.StartsWith(Values[0]),
            CalicoOperator.EndsWith => new LabelTest.EndsWith(Values[0]),
            _ => new LabelTest.In(Values),
        };

        public override bool Matches(IReadOnlyDictionary<string, string> labels) =>
            (labels.TryGetValue(Key, out var value) && Test.Holds(value)) != IsNegative;

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => leaf(this);

        protected override void Write(StringBuilder text)
        {
            switch (Operator)
            {
                case CalicoOperator.Has: text.Append("has(").Append(Key).Append(')'); break;
                case CalicoOperator.In: text.Append(Key).Append(" in {").AppendJoin(", ", Values.Select(Quoted)).Append('}'); break;
                case CalicoOperator.NotIn: text.Append(Key).Append(" not in {").AppendJoin(", ", Values.Select(Quoted)).Append('}'); break;
                default: text.Append(Key).Append(' ').Append(Sign(Operator)).Append(' ').Append(Quoted(Values[0])); break;
            }
        }

        private static string Sign(CalicoOperator op) => op switch
        {
            CalicoOperator.Equal => "==",
            CalicoOperator.NotEqual => "!=",
            CalicoOperator.Contains => "contains",
            CalicoOperator.StartsWith => "starts with",
            CalicoOperator.EndsWith => "ends with",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        /// <summary>The language has no escapes: a value with one kind of quote stands between the other kind.</summary>
        private static string Quoted(string value) => value.Contains('"', StringComparison.Ordinal) ? $"'{value}'" : $"\"{value}\"";
    }

    /// <summary>Holds where its part does not.</summary>
    internal sealed record Not(CalicoSelector Part) : CalicoSelector
    {
        public override bool Matches(IReadOnlyDictionary<string, string> labels) => !Part.Matches(labels);

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => new Not(Part.Rewrite(leaf));

        protected override void Write(StringBuilder text) => Part.Write(text.Append('!'));
    }

    /// <summary>Holds where every part does.</summary>
    internal sealed record And(ValueArray<CalicoSelector> Parts) : CalicoSelector
    {
        public override bool Matches(IReadOnlyDictionary<string, string> labels) => Parts.All(part => part.Matches(labels));

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => new And(Parts.Select(part => part.Rewrite(leaf)).ToValueArray());

        protected override void Write(StringBuilder text) => WriteParts(text, Parts, " && ");
    }

    /// <summary>Holds where a part does.</summary>
    internal sealed record Or(ValueArray<CalicoSelector> Parts) : CalicoSelector
    {
        public override bool Matches(IReadOnlyDictionary<string, string> labels) => Parts.Any(part => part.Matches(labels));

        public override CalicoSelector Rewrite(Func<CalicoSelector, CalicoSelector> leaf) => new Or(Parts.Select(part => part.Rewrite(leaf)).ToValueArray());

        protected override void Write(StringBuilder text) => WriteParts(text, Parts, " || ");
    }

    private static void WriteParts(StringBuilder text, ValueArray<CalicoSelector> parts, string between)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++) parts[i].Write(i == 0 ? text : text.Append(between));
        text.Append(')');
    }
}
