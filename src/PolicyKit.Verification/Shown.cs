namespace PolicyKit.Verification;

/// <summary>Somebody's text as a message shows it: whole, or its beginning when it is long.</summary>
internal static class Shown
{
    private const int Most = 40;

    public static string Of(string text) => text.Length <= Most ? text : text[..Most] + "…";
}
