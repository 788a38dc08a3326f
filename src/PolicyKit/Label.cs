using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>A label: a key and a value that Kubernetes takes.</summary>
public sealed record Label
{
    private Label(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The key, for example <c>app.kubernetes.io/name</c>.</summary>
    public string Key { get; }

    /// <summary>The value; it may be empty.</summary>
    public string Value { get; }

    /// <summary>Makes a label.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The label.</returns>
    /// <exception cref="FormatException">Kubernetes refuses the key or the value; the message says the mend.</exception>
    public static Label Of([Literal(LiteralKind.LabelKey)] string key, [Literal(LiteralKind.LabelValue)] string value)
    {
        Refusal.ThrowIf(NameSyntax.LabelKey(key) ?? NameSyntax.LabelValue(value));
        return new(key, value);
    }

    /// <summary>The label as kubectl writes it.</summary>
    /// <returns>For example <c>app=web</c>.</returns>
    public override string ToString() => $"{Key}={Value}";
}
