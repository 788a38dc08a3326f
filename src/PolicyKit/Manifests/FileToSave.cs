using System.Diagnostics.CodeAnalysis;

namespace PolicyKit.Manifests;

/// <summary>A file to save.</summary>
/// <param name="Name">Its name in the folder; see <see cref="IsSafe"/>.</param>
/// <param name="Content">Its whole text.</param>
/// <param name="Source">What it is made of, for messages.</param>
internal sealed record FileToSave(string Name, string Content, string Source)
{
    /// <summary>
    /// INVARIANT (in the folder): a name has no directory in it, is neither hidden nor a device, and holds only characters that every
    /// file system takes; so nothing outside the folder is ever read, written or removed.
    /// </summary>
    public static bool IsSafe([NotNullWhen(true)] string? name) =>
        !string.IsNullOrEmpty(name) && char.IsAsciiLetterOrDigit(name[0]) && name.Length <= 255
        && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal))
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '%' or '~');
}
