namespace PolicyKit.Manifests;

/// <summary>One key of a map with its value.</summary>
/// <remarks>Where the key was read is no part of equality.</remarks>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="KeyPosition">Where the key was read.</param>
public readonly record struct ManifestEntry(string Key, ManifestNode Value, TextPosition KeyPosition = default)
{
    /// <summary>Whether key and value are equal.</summary>
    /// <param name="other">Another entry.</param>
    /// <returns>True when both are.</returns>
    public bool Equals(ManifestEntry other) => string.Equals(Key, other.Key, StringComparison.Ordinal) && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Value);
}
