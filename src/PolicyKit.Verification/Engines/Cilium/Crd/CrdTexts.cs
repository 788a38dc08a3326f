using System.Globalization;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium.Crd;

/// <summary>
/// The spellings that Cilium's CRDs accept. Their patterns are written out as loops: several of them let an engine that backtracks run for
/// ever on a hostile text.
/// </summary>
internal static class CrdTexts
{
    /// <summary>An address and a prefix length; leading zeros pass here and fail at the agent.</summary>
    public static CrdType.Text Network { get; } = new(
        text => Cidr.TryParse(text, CidrReading.LeadingZeros, out _),
        "Write an address, a slash and a prefix length, as in '10.0.0.0/8' or '192.0.2.1/32'.");

    public static CrdType.Text NotEmpty { get; } = new(text => text.Length > 0, "Write a text.");

    /// <summary>At most 32 characters, none of them a control character or unassigned.</summary>
    public static CrdType.Text LogValue { get; } = new(
        text => text.EnumerateRunes().Count() <= 32 && text.EnumerateRunes().All(rune => !IsControl(System.Text.Rune.GetUnicodeCategory(rune))),
        "Write at most 32 printable characters.");

    /// <summary>The pattern's anchors bind to one alternative each: a text passes that starts with a digit, or that ends like a name.</summary>
    public static CrdType.Text Port { get; } = new(text => text.Length > 0 && (char.IsAsciiDigit(text[0]) || EndsLikeName(text)), "Write a number in quotes, or a port name.");

    public static CrdType.Text IcmpType { get; } = new(
        text => IcmpNames.IsKnown(text) || (text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0') && int.Parse(text, CultureInfo.InvariantCulture) <= byte.MaxValue),
        "Write a number from 0 to 255, or a name such as EchoRequest.");

    public static CrdType.Text OneOf(params string[] words) => new(text => words.Contains(text, StringComparer.Ordinal), $"Write one of {string.Join(", ", words)}.");

    /// <summary>A name, or a pattern with stars.</summary>
    public static CrdType.Text HostName(bool stars, int longest) => new(
        text => text.Length <= longest && IsDotted(text, stars),
        stars ? "Write a pattern such as '*.example.com'." : "Write a name such as 'www.example.com'.");

    /// <summary>A name of a TLS server; older versions take stars only as the first label.</summary>
    public static CrdType.Text ServerName(bool innerStars) => new(
        text => text.Length <= 255 && (innerStars ? IsDotted(text, stars: true) : IsDotted(WithoutLeadingStars(text), stars: false)),
        "Write a name such as 'www.example.com', or '*.example.com'.");

    private static string WithoutLeadingStars(string text) =>
        text.StartsWith("**.", StringComparison.Ordinal) ? text[3..] : text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;

    /// <summary>Labels with single dots behind them.</summary>
    private static bool IsDotted(string text, bool stars) =>
        text.Length > 0
        && text[0] != '.'
        && !text.Contains("..", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' || (stars && c == '*'));

    private static bool EndsLikeName(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiLetter(text[i])) return true;
            var insideDash = text[i] == '-' && i + 1 < text.Length && text[i + 1] != '-';
            if (!char.IsAsciiDigit(text[i]) && !insideDash) return false;
        }

        return false;
    }

    private static bool IsControl(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
