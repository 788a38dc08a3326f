namespace PolicyKit.Verification.Deciding;

/// <summary>What the value of a label must be. Every test is false for an endpoint without the label.</summary>
/// <remarks>The hierarchy is closed.</remarks>
public abstract record LabelTest
{
    private protected LabelTest()
    {
    }

    internal abstract bool Holds(string value);

    /// <summary>Any value.</summary>
    public sealed record Exists : LabelTest
    {
        internal override bool Holds(string value) => true;
    }

    /// <summary>One of some values.</summary>
    /// <param name="Values">The values.</param>
    public sealed record In(ValueArray<string> Values) : LabelTest
    {
        internal override bool Holds(string value)
        {
            foreach (var candidate in Values.AsSpan())
            {
                if (string.Equals(candidate, value, StringComparison.Ordinal)) return true;
            }

            return false;
        }
    }

    /// <summary>A value that starts with a text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record StartsWith(string Text) : LabelTest
    {
        internal override bool Holds(string value) => value.StartsWith(Text, StringComparison.Ordinal);
    }

    /// <summary>A value that ends with a text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record EndsWith(string Text) : LabelTest
    {
        internal override bool Holds(string value) => value.EndsWith(Text, StringComparison.Ordinal);
    }

    /// <summary>A value with a text in it.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Contains(string Text) : LabelTest
    {
        internal override bool Holds(string value) => value.Contains(Text, StringComparison.Ordinal);
    }
}
