using System.Globalization;

namespace PolicyKit.Manifests;

/// <summary>Input: a scalar that stands without quotes. Output: its node, or why it is refused.</summary>
/// <remarks>
/// INVARIANT (one reading): a scalar is taken only when YAML 1.2, the older YAML 1.1 and what kubectl reads with agree on it, except
/// for numbers like <c>1e3</c>, where kubectl and YAML 1.2 agree. To guess would be to read another policy than the cluster does.
/// </remarks>
internal static class PlainScalar
{
    /// <summary>What is wrong with a scalar, and the mend.</summary>
    internal sealed record Refusal(string Message, string Mend);

    /// <summary>The node; a refused scalar stays the text it is, so that reading can go on and find more.</summary>
    public static ManifestNode Read(string text, TextPosition position, bool wordsAsInYaml12, out Refusal? refusal)
    {
        refusal = null;
        if (ReadWord(text, position) is { } word) return word;
        var form = NumberForms.Of(text);
        if (form == NumberForm.Whole && TryWhole(text, out var whole)) return new ManifestInteger(whole, position);
        if (form == NumberForm.Fraction && TryFraction(text, out var fraction)) return new ManifestDecimal(fraction, position);
        refusal = (wordsAsInYaml12 ? null : RefuseWord(text)) ?? RefuseSign(text) ?? (form == NumberForm.None ? null : RefuseNumber(form, UserWords.Quote(text), UserWords.Quote(text, '"')));
        return new ManifestText(text, position);
    }

    private static ManifestNode? ReadWord(string text, TextPosition position) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new ManifestNull(position),
        "true" or "True" or "TRUE" => new ManifestBoolean(true, position),
        "false" or "False" or "FALSE" => new ManifestBoolean(false, position),
        _ => null,
    };

    private static Refusal? RefuseWord(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" =>
            new($"'{text}' without quotes is true to kubectl, and text to YAML 1.2.", $"Write true, or \"{text}\" if it is text."),
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" =>
            new($"'{text}' without quotes is false to kubectl, and text to YAML 1.2.", $"Write false, or \"{text}\" if it is text."),
        _ => null,
    };

    private static Refusal? RefuseSign(string text) =>
        text is "<<" or "=" ? new($"'{text}' without quotes has a meaning of its own in YAML 1.1.", $"Quote it: \"{text}\".") : null;

    private static Refusal? RefuseNumber(NumberForm form, string shown, string quoted) => form switch
    {
        NumberForm.Ambiguous => new($"{shown} without quotes is not the same to all readers of YAML.", $"Quote it if it is text: {quoted}; a number needs plain decimal digits."),
        NumberForm.Date => new($"{shown} without quotes is a date to some readers of YAML, and text to others.", $"Quote it: {quoted}."),
        NumberForm.NotInJson => new($"{shown} without quotes is a number that JSON, and so Kubernetes, does not have.", $"Quote it if it is text: {quoted}."),
        NumberForm.Whole or NumberForm.Fraction => new($"The number {shown} does not fit in 64 bits.", $"Quote it if it is text: {quoted}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool TryWhole(ReadOnlySpan<char> text, out long number) =>
        text.StartsWith("0x")
            ? long.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number) && number >= 0
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool TryFraction(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
