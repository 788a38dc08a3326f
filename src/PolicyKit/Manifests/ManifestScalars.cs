namespace PolicyKit.Manifests;

/// <summary>A text.</summary>
public sealed class ManifestText : ManifestNode
{
    /// <summary>A text node.</summary>
    /// <param name="value">The text.</param>
    /// <param name="position">Where it was read.</param>
    public ManifestText(string value, TextPosition position = default)
        : base(position, isUnicode: WritableTree.IsUnicode(value)) => Value = value;

    /// <summary>The text itself.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string KindName => "text";

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) => other is ManifestText text && string.Equals(Value, text.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A whole number.</summary>
public sealed class ManifestInteger : ManifestNode
{
    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="position">Where it was read.</param>
    public ManifestInteger(long value, TextPosition position = default)
        : base(position) => Value = value;

    /// <summary>The number itself.</summary>
    public long Value { get; }

    /// <inheritdoc/>
    public override string KindName => "whole number";

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) => other is ManifestInteger number && Value == number.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>A number with a fraction.</summary>
public sealed class ManifestDecimal : ManifestNode
{
    /// <summary>A number with a fraction.</summary>
    /// <param name="value">The number; it must be finite.</param>
    /// <param name="position">Where it was read.</param>
    public ManifestDecimal(double value, TextPosition position = default)
        : base(position)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A manifest has no infinite numbers.");
        Value = value;
    }

    /// <summary>The number itself.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override string KindName => "number";

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) => other is ManifestDecimal number && Value.Equals(number.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>A truth value.</summary>
public sealed class ManifestBoolean : ManifestNode
{
    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="position">Where it was read.</param>
    public ManifestBoolean(bool value, TextPosition position = default)
        : base(position) => Value = value;

    /// <summary>The value itself.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string KindName => "truth value";

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) => other is ManifestBoolean boolean && Value == boolean.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>No value: <c>null</c>, <c>~</c>, or nothing behind the colon.</summary>
public sealed class ManifestNull : ManifestNode
{
    /// <summary>No value.</summary>
    /// <param name="position">Where it was read.</param>
    public ManifestNull(TextPosition position = default)
        : base(position)
    {
    }

    /// <inheritdoc/>
    public override string KindName => "null";

    /// <inheritdoc/>
    public override bool Equals(ManifestNode? other) => other is ManifestNull;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
