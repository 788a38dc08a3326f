// Linked into the analyzers: this file must also compile for netstandard2.0.
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>Which objects are meant, by their labels: those that meet every requirement.</summary>
/// <remarks>
/// INVARIANT (canonical selector): requirements are sorted and distinct, so selectors that say the same in another order are equal.
/// The text is kubectl's, for example <c>app=web,!canary,tier in (api,edge)</c>; everything is <c>*</c>, for an empty text must not mean all.
/// </remarks>
public sealed partial record LabelSelector
{
    internal const string EverythingText = "*";

    private LabelSelector(ValueArray<LabelRequirement> requirements) => Requirements = requirements;

    /// <summary>The selector that every object meets.</summary>
    public static LabelSelector Everything { get; } = new(ValueArray<LabelRequirement>.Empty);

    /// <summary>What is asked, sorted and distinct.</summary>
    public ValueArray<LabelRequirement> Requirements { get; }

    /// <summary>Whether nothing is asked.</summary>
    public bool IsEverything => Requirements.Count == 0;

    /// <summary>Whether the requirements contradict each other, so that no labels meet them.</summary>
    internal bool IsContradictory => AsksAKeyTwice && Requirements.GroupBy(requirement => requirement.Key).Any(Contradict);

    // Sorted by key, and one requirement alone can be met.
    internal bool AsksAKeyTwice
    {
        get
        {
            for (var i = 1; i < Requirements.Count; i++)
            {
                if (string.Equals(Requirements[i].Key, Requirements[i - 1].Key, StringComparison.Ordinal)) return true;
            }

            return false;
        }
    }

    /// <summary>Selects by labels that must all be there.</summary>
    /// <param name="first">A key and its value.</param>
    /// <param name="rest">Further keys and values.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="FormatException">Kubernetes refuses a key or a value; the message says the mend.</exception>
    [Verb(Verb.Labels)]
    public static LabelSelector Of([Literal(LiteralKind.Label)] (string Key, string Value) first, [Literal(LiteralKind.Label)] params (string Key, string Value)[] rest) =>
        rest.Length == 0 ? Of([Equal(first)]) : Of([Equal(first), .. rest.Select(Equal)]);

    /// <summary>The objects that this selector and all the others match.</summary>
    /// <param name="other">Another selector.</param>
    /// <param name="more">Further selectors.</param>
    /// <returns>A new selector.</returns>
    /// <example><code>Labels(("app", "web")).And(Key("tier").In("edge", "api"))</code></example>
    [Verb(Verb.And)]
    public LabelSelector And(LabelSelector other, params LabelSelector[] more) => Of([.. Requirements, .. other.Requirements, .. more.SelectMany(one => one.Requirements)]);

    /// <summary>Whether an object with these labels is meant.</summary>
    /// <param name="labels">All labels of the object.</param>
    /// <returns>True when every requirement is met; a missing label meets NotIn.</returns>
    public bool Matches(IEnumerable<Label> labels)
    {
        var all = labels as IReadOnlyCollection<Label> ?? [.. labels];
        foreach (var requirement in Requirements)
        {
            if (!requirement.IsMetBy(all)) return false;
        }

        return true;
    }

    /// <summary>The selector in kubectl's syntax.</summary>
    /// <returns>For example <c>app=web,tier in (api,edge)</c>, or <c>*</c>.</returns>
    public override string ToString() => IsEverything ? EverythingText : string.Join(',', Requirements);

    internal static LabelSelector Of(LabelRequirement[] requirements) =>
        requirements.Length == 1 ? new(ValueArray.Create<LabelRequirement>(requirements)) : new([.. requirements.Distinct().Order()]);

    internal static LabelSelector Of(LabelKey key, LabelOperator @operator, string[] values) => Of([LabelRequirement.Of(key, @operator, values)]);

    private static LabelRequirement Equal((string Key, string Value) label) => LabelRequirement.Of(LabelKey.Of(label.Key), LabelOperator.In, [label.Value]);

    private static bool Contradict(IEnumerable<LabelRequirement> ofOneKey)
    {
        var all = ofOneKey.ToList();
        var sets = all.Where(requirement => requirement.Operator is LabelOperator.In).Select(requirement => requirement.Values).ToList();
        if (all.Exists(requirement => requirement.Operator is LabelOperator.DoesNotExist)) return sets.Count > 0 || all.Exists(requirement => requirement.Operator is LabelOperator.Exists);
        return sets.Count > 0 && !sets[0].Any(value =>
            sets.TrueForAll(set => set.Contains(value)) && !all.Exists(requirement => requirement.Operator is LabelOperator.NotIn && requirement.Values.Contains(value)));
    }
}
