// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <content>The keys and values of labels and annotations.</content>
internal static partial class NameSyntax
{
    private const string QualifiedLetters = "letters, digits, '-', '_' and '.'";

    /// <summary>The key of a label: a name, with a DNS subdomain and '/' before it where it has an owner.</summary>
    internal static string? LabelKey(string? text) => QualifiedName(text, text, "a label key", "the prefix of a label key");

    /// <summary>The key of an annotation: as a label key, but Kubernetes does not mind the case of its prefix.</summary>
    internal static string? AnnotationKey(string? text) =>
        QualifiedName(text, text?.ToLowerInvariant(), "an annotation key", "the prefix of an annotation key");

    /// <summary>The value of a label; the empty value is legal.</summary>
    internal static string? LabelValue(string? text) =>
        text is null ? "A label value is missing. Write '' for the empty value." : text.Length == 0 ? null : Part(text, 0, "a label value", "it");

    // 'withPrefix' is the text in the case its prefix is checked in.
    private static string? QualifiedName(string? text, string? withPrefix, string what, string whatPrefix)
    {
        if (text is null || withPrefix is null || text.Length == 0) return Missing(what, "app.kubernetes.io/name");

        var slash = Letters.Find(text, '/');
        if (slash < 0) return Part(text, 0, what, "it");
        if (Letters.Find(text, '/', slash + 1) >= 0)
            return $"{UserWords.Quote(text)} is not {what}: it has more than one '/'. Write one such as 'app.kubernetes.io/name'.";
        if (slash == 0 || slash == text.Length - 1)
            return $"{UserWords.Quote(text)} is not {what}: nothing stands {(slash == 0 ? "before" : "behind")} its '/'. Write one such as 'app.kubernetes.io/name'.";

        return Subdomain(withPrefix, slash, whatPrefix) ?? Part(text, slash + 1, what, "its name");
    }

    // The part from 'start' on: at most 63 characters, at both ends a letter or digit.
    private static string? Part(string text, int start, string what, string part)
    {
        if (text.Length - start > LabelLength)
            return FormattableString.Invariant(
                $"{UserWords.Quote(text)} is not {what}: {part} has {text.Length - start} characters, and {LabelLength} are the most. Write a shorter one.");

        for (var at = start; at < text.Length; at++)
        {
            if (Letters.IsAlphanumeric(text[at]) || text[at] is '-' or '_' or '.') continue;
            return $"{UserWords.Quote(text)} is not {what}: {UserWords.QuoteCharacter(text, at)} is none of {QualifiedLetters}. Leave it out, or write '-' there.";
        }

        return Letters.IsAlphanumeric(text[start]) && Letters.IsAlphanumeric(text[text.Length - 1])
            ? null
            : $"{UserWords.Quote(text)} is not {what}: {part} has to begin and end with a letter or a digit. {DidYouMean(Trimmed(text, start), "web")}";
    }

    private static string Trimmed(string text, int start)
    {
        var name = text.Substring(start).Trim('-', '_', '.');
        return name.Length == 0 ? "" : text.Substring(0, start) + name;
    }
}
