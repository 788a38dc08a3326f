using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>The key of a label, of which a selector is made: <c>Key("tier").In("api", "edge")</c>.</summary>
public sealed class LabelKey
{
    private LabelKey(string name) => Name = name;

    /// <summary>The key, for example <c>app.kubernetes.io/name</c>.</summary>
    public string Name { get; }

    /// <summary>Names a key.</summary>
    /// <param name="name">The key.</param>
    /// <returns>The key, to make selectors of.</returns>
    /// <exception cref="FormatException">Kubernetes refuses the key; the message says the mend.</exception>
    [Verb(Verb.Key)]
    public static LabelKey Of([Literal(LiteralKind.LabelKey)] string name)
    {
        Refusal.ThrowIf(NameSyntax.LabelKey(name));
        return new(name);
    }

    /// <summary>Asks that the label is there, with one of the values.</summary>
    /// <param name="first">A value.</param>
    /// <param name="rest">Further values.</param>
    /// <returns>A selector of this one requirement.</returns>
    /// <exception cref="FormatException">Kubernetes refuses a value; the message says the mend.</exception>
    [Verb(Verb.In)]
    public LabelSelector In([Literal(LiteralKind.LabelValue)] string first, [Literal(LiteralKind.LabelValue)] params string[] rest) => LabelSelector.Of(this, LabelOperator.In, [first, .. rest]);

    /// <summary>Asks that the label is missing, or has none of the values.</summary>
    /// <param name="first">A value.</param>
    /// <param name="rest">Further values.</param>
    /// <returns>A selector of this one requirement.</returns>
    /// <exception cref="FormatException">Kubernetes refuses a value; the message says the mend.</exception>
    [Verb(Verb.NotIn)]
    public LabelSelector NotIn([Literal(LiteralKind.LabelValue)] string first, [Literal(LiteralKind.LabelValue)] params string[] rest) => LabelSelector.Of(this, LabelOperator.NotIn, [first, .. rest]);

    /// <summary>Asks that the label is there, whatever its value.</summary>
    /// <returns>A selector of this one requirement.</returns>
    [Verb(Verb.Exists)]
    public LabelSelector Exists() => LabelSelector.Of(this, LabelOperator.Exists, []);

    /// <summary>Asks that the label is missing.</summary>
    /// <returns>A selector of this one requirement.</returns>
    [Verb(Verb.DoesNotExist)]
    public LabelSelector DoesNotExist() => LabelSelector.Of(this, LabelOperator.DoesNotExist, []);

    /// <summary>The key.</summary>
    /// <returns>For example <c>tier</c>.</returns>
    public override string ToString() => Name;
}
