namespace PolicyKit.CodeFixes;

/// <summary>What a mend cannot know, as a name that nobody has declared: the program compiles as soon as somebody says what it is, and not before.</summary>
internal static class Blanks
{
    internal const string ApiServerAddress = "apiServerAddress";

    internal const string ApiServerPeer = $"ApiServerAt({ApiServerAddress})";

    internal const string ApiServerRule = $"AllowEgress(Port.ApiServer).To({ApiServerPeer})";

    /// <summary>For the number behind a port's name: <c>httpWebPort</c> for <c>http-web</c>, <c>port9p</c> for <c>9p</c>.</summary>
    internal static string PortNumber(string name)
    {
        var words = name.Split('-', '_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        var joined = string.Concat(words);
        return char.IsDigit(joined[0]) ? $"port{joined}" : char.ToLowerInvariant(joined[0]) + joined.Substring(1) + "Port";
    }
}
