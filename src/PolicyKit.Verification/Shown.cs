using PolicyKit.Manifests;

namespace PolicyKit.Verification;

/// <summary>Somebody's text as a message shows it: whole, or its beginning when it is long.</summary>
internal static class Shown
{
    private const int Most = 40;

    // A kind and a namespace have at most 63 letters, a name 253: what people gave an object for a name is never cut.
    private const int MostOfObject = 63 + 63 + 253 + 2;

    public static string Of(string text) => Of(text, Most);

    public static string Of(Manifest manifest) => Of(manifest.ToString(), MostOfObject);

    private static string Of(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}
