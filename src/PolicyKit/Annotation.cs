using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>An annotation to write on every emitted object.</summary>
public sealed record Annotation
{
    private Annotation(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The prefix of the annotations that PolicyKit writes itself.</summary>
    public const string OwnPrefix = "policykit.io/";

    /// <summary>The annotation that holds what was said with <c>Because</c>.</summary>
    public const string BecauseKey = OwnPrefix + "because";

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The value: any text.</summary>
    public string Value { get; }

    /// <summary>An annotation of a key and a value.</summary>
    /// <param name="key">The key, as Kubernetes allows it.</param>
    /// <param name="value">The value.</param>
    /// <returns>The annotation.</returns>
    /// <exception cref="FormatException">The key is not one that Kubernetes accepts, or belongs to PolicyKit.</exception>
    public static Annotation Of([Literal(LiteralKind.AnnotationKey)] string key, string value)
    {
        if (NameSyntax.AnnotationKey(key) is { } problem) throw new FormatException(problem);
        if (key.StartsWith(OwnPrefix, StringComparison.Ordinal))
            throw new FormatException($"The annotation '{key}' is one that PolicyKit writes itself. Use another prefix than '{OwnPrefix}'.");
        return new(key, Reason.Writable(value));
    }

    internal static Annotation ForReasons(string reasons) => new(BecauseKey, reasons);
}
