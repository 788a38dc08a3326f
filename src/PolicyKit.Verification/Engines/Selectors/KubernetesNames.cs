namespace PolicyKit.Verification.Engines.Selectors;

/// <summary>The spellings that the API server of Kubernetes accepts. Written from its documentation, not shared with the emitters.</summary>
internal static class KubernetesNames
{
    private const int LongestSubdomain = 253;
    private const int LongestLabel = 63;
    private const int LongestPortName = 15;

    /// <summary>A DNS-1123 label: lower-case letters, digits, and dashes inside.</summary>
    public static bool IsDnsLabel(string text) => text.Length <= LongestLabel && IsDnsPart(text);

    /// <summary>A DNS-1123 subdomain: labels with dots between them, 253 characters at most, whatever each label's length.</summary>
    public static bool IsSubdomain(string text) => text.Length <= LongestSubdomain && text.Split('.').All(IsDnsPart);

    /// <summary>A qualified name: an optional subdomain and a slash, and a name.</summary>
    public static bool IsQualifiedName(string text)
    {
        var parts = text.Split('/');
        return parts.Length switch
        {
            1 => IsName(parts[0]),
            2 => IsSubdomain(parts[0]) && IsName(parts[1]),
            _ => false,
        };
    }

    /// <summary>A label value: empty, or a name.</summary>
    public static bool IsLabelValue(string text) => text.Length == 0 || IsName(text);

    /// <summary>A port name: lower-case letters, digits and single dashes inside, with at least one letter.</summary>
    public static bool IsPortName(string text) =>
        text.Length is > 0 and <= LongestPortName
        && IsDnsPart(text)
        && !text.Contains("--", StringComparison.Ordinal)
        && text.Any(char.IsAsciiLetterLower);

    private static bool IsDnsPart(string text) =>
        text.Length > 0 && IsLowerOrDigit(text[0]) && IsLowerOrDigit(text[^1]) && text.All(c => IsLowerOrDigit(c) || c == '-');

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestLabel
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsLowerOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
