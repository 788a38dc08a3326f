namespace PolicyKit;

/// <summary>Free text that ends up in a manifest.</summary>
internal static class Reason
{
    /// <summary>Reasons are for readers: an empty one is refused.</summary>
    public static string Checked(string because) => string.IsNullOrWhiteSpace(because)
        ? throw new FormatException("The reason is empty. Say in a few words why, for the person who reads the policy next.")
        : Writable(because);

    /// <summary>Half of a surrogate pair is no text: no file can carry it.</summary>
    public static string Writable(string text) => Manifests.WritableTree.IsUnicode(text)
        ? text
        : throw new FormatException("The text holds half of a surrogate pair, which no file can carry. Write the whole character.");
}
