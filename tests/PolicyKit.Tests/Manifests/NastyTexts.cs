namespace PolicyKit.Tests.Manifests;

/// <summary>Texts that some reader of YAML takes for something else when they stand without quotes.</summary>
internal static class NastyTexts
{
    public static readonly string[] ReadAsOther =
    [
        "", "~", "null", "Null", "NULL", "nULL", "true", "True", "TRUE", "tRue", "false", "False", "FALSE",
        "y", "Y", "n", "N", "yes", "Yes", "YES", "yEs", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
        "0", "1", "-1", "+1", "007", "017", "08", "0o17", "0x1F", "-0x1f", "0b101", "1_000", "12345678901234567890", "8080",
        "1.5", ".5", "1.", "+.5", "1e3", "1E3", "1.0e+3", "8.0", "1.2.3", "10.0.0.1", ".inf", "-.inf", "+.INF", ".nan", ".NaN", "190:20:30", "1:20", "-1:20.5",
        "2024-01-01", "2024-1-1", "2024-01-01T10:00:00Z", "2024-01-01 10:00:00 +1", "<<", "=", "---", "...", "--- a", "-", "?", ":", "%", "@", "`",
    ];

    public static readonly string[] Indicators =
    [
        " a", "a ", " ", "a: b", "a:", ": a", "a #b", "# a", "#a", "- a", "-a", "? a", "?a", "!a", "!!str a", "&a", "*a", "a *a", "a &a", "k *a b", "|", ">", ">-", "%TAG", "@a", "`a`",
        "'a'", "\"a\"", "{a}", "[a]", "}", "]", ",", "{", "[", "a\tb", "\t", "a\tb: c", "a\n", "\n", "a\nb", "a\r\nb", "a\rb",
        "a\u0000b", "\u0001", "\u001b[31m", "\u007f", "a\u0085b", "a\u2028b", "a\u2029b", "\uFEFFa", "a\uFEFFb", "a\u202Eb", "a\u200Bb", "\uFFFE", "\uFFFF",
        "\u00E9t\u00E9", "\u65E5\u672C", "\U0001F600", "a\U0001F600b", "\\",
    ];

    public static readonly string[] Plain =
    [
        "a", "web", "app.kubernetes.io/name", "10.0.0.0/8", "2001:db8::/32", "fd00::/8", "/healthz", "networking.k8s.io/v1", "has(x) && app == 'web'",
        "a:b", "a#b", "a, b", "a [b] {c}", "a & b * c ! d % e", "kube-system", "node1", "e3", "nil", "yesterday", "nothing", "None", "x-1", "a\"b", "a\\b", "a\\nb", "a\\", "TCP",
    ];

    public static IEnumerable<string> Quoted => ReadAsOther.Concat(Indicators);

    public static IEnumerable<string> All => Quoted.Concat(Plain);

    /// <summary>The characters of a text by their numbers, because a test's name cannot hold all of them.</summary>
    public static string Name(string text) => text.All(c => c is > ' ' and < '\u007f') ? text : string.Join('.', text.Select(c => ((int)c).ToString("X2")));
}
