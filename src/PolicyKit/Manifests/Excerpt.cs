namespace PolicyKit.Manifests;

/// <summary>The user's words as a message shows them: on one line and not longer than it needs to recognise them.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "...");
        return string.Create(shown.Length, shown, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++) span[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
        });
    }
}
