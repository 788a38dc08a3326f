namespace PolicyKit.Manifests;

/// <summary>A node of a manifest tree: a map, a list, a text, a number, a truth value or null.</summary>
/// <remarks>The hierarchy is closed: a switch over its sealed leaves is complete. Positions are no part of equality.</remarks>
public abstract class ManifestNode : IEquatable<ManifestNode>
{
    private protected ManifestNode(TextPosition position, int depth = 0, bool isUnicode = true)
    {
        Position = position;
        Depth = depth;
        IsUnicode = isUnicode;
    }

    /// <summary>Where the node was read; not known for nodes built in C#.</summary>
    public TextPosition Position { get; }

    /// <summary>What the node is, in a word for messages.</summary>
    public abstract string KindName { get; }

    /// <summary>How many maps and lists stand in each other here: zero for a text, one for a list of texts.</summary>
    internal int Depth { get; }

    /// <summary>Whether no text and no key in here holds half of a surrogate pair.</summary>
    internal bool IsUnicode { get; }

    /// <inheritdoc/>
    public abstract bool Equals(ManifestNode? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as ManifestNode);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>A text node.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ManifestNode(string text) => new ManifestText(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ManifestNode(int number) => new ManifestInteger(number);

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ManifestNode(bool value) => new ManifestBoolean(value);
}
