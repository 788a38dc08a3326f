using System.Security.Cryptography;
using System.Text;

namespace PolicyKit.Manifests;

/// <summary>What PolicyKit wrote in a folder: for each file the hash of what it wrote, so that a later saving can tell its own files from others.</summary>
/// <remarks>
/// Kept in the file <c>.policykit</c>: one line a file, the SHA-256 of its text in hexadecimal, two blanks, its name; sorted by name.
/// While a saving is under way a file may have two lines, of what stood there and of what will: a crash then leaves no file unexplained.
/// Line ends are hashed as LF, because version control may rewrite them.
/// </remarks>
internal sealed class Ledger
{
    public const string FileName = ".policykit";

    private const string Heading = "# What PolicyKit wrote in this folder, and may replace or remove. Keep this file under version control with the others.";

    private readonly SortedSet<(string Name, string Hash)> _lines;

    private Ledger(IEnumerable<(string Name, string Hash)> lines) =>
        _lines = new(lines, Comparer<(string Name, string Hash)>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Hash, b.Hash)));

    public IEnumerable<string> Names => _lines.Select(line => line.Name).Distinct();

    public static Ledger Of(IEnumerable<FileToSave> files) => new(files.Select(file => (file.Name, HashOf(file.Content))));

    /// <exception cref="IOException">The text is no ledger.</exception>
    public static Ledger Parse(string? text)
    {
        var lines = (text ?? "").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');
        return new(lines.Select(line => line.Split("  ") is [var hash, var name] && hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && FileToSave.IsSafe(name)
            ? (name, hash)
            : throw new IOException($"The file '{FileName}' holds a line that PolicyKit did not write: {UserWords.Quote(line)}. Restore the file, or remove it together with the files it lists.")));
    }

    public bool Wrote(string name, string content) => _lines.Contains((name, HashOf(content)));

    public Ledger Union(Ledger other) => new(_lines.Concat(other._lines));

    public override string ToString() => string.Concat(_lines.Select(line => $"{line.Hash}  {line.Name}\n").Prepend(Heading + "\n"));

    private static string HashOf(string content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.Replace("\r\n", "\n", StringComparison.Ordinal)))).ToLowerInvariant();
}
