using System.Globalization;

namespace PolicyKit;

/// <summary>A version of an engine, as major and minor: <c>1.18</c>.</summary>
/// <param name="Major">The major number.</param>
/// <param name="Minor">The minor number.</param>
public readonly record struct EngineVersion(int Major, int Minor) : IComparable<EngineVersion>
{
    /// <inheritdoc/>
    public int CompareTo(EngineVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>Whether the left version is older.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>Whether left is older than right.</returns>
    public static bool operator <(EngineVersion left, EngineVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>Whether left is newer than right.</returns>
    public static bool operator >(EngineVersion left, EngineVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is older or the same.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>Whether left is not newer than right.</returns>
    public static bool operator <=(EngineVersion left, EngineVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is newer or the same.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>Whether left is not older than right.</returns>
    public static bool operator >=(EngineVersion left, EngineVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>1.18</c>, <c>v1.18</c> or <c>1.18.3</c>; the patch is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse(string? text, out EngineVersion version)
    {
        version = default;
        var parts = (text ?? "").TrimStart('v').Split('.');
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length is 0 or > 5 || !part.All(char.IsAsciiDigit))) return false;
        version = new(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The version as text.</summary>
    /// <returns>For example <c>1.18</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Major}.{Minor}");
}
