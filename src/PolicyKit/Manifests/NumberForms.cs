using System.Text.RegularExpressions;

namespace PolicyKit.Manifests;

/// <summary>Tells the form of a scalar that stands without quotes. No pattern repeats a repetition, so none takes more than linear time.</summary>
internal static partial class NumberForms
{
    public static NumberForm Of(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')) return NumberForm.None;
        // What digits begin is most often a port or a network, and neither needs a pattern.
        if (text.Contains('/', StringComparison.Ordinal)) return NumberForm.None;
        if (text[0] is >= '1' and <= '9' && text.All(char.IsAsciiDigit)) return NumberForm.Whole;
        if (Whole().IsMatch(text)) return NumberForm.Whole;
        if (Ambiguous().IsMatch(text)) return NumberForm.Ambiguous;
        if (Fraction().IsMatch(text)) return NumberForm.Fraction;
        if (NotInJson().IsMatch(text)) return NumberForm.NotInJson;
        return Date().IsMatch(text) ? NumberForm.Date : NumberForm.None;
    }

    [GeneratedRegex(@"^([-+]?(0|[1-9][0-9]*)|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    /// <summary>In this order: a zero in front; binary, octal and signed hexadecimal; digits with underscores; base sixty.</summary>
    [GeneratedRegex(
        @"^[-+]?(0[0-9]+|0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9_]*[0-9]_[0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[0-9_]*\.[0-9]+_[0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotInJson();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9][-+0-9:.Zz \t]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
