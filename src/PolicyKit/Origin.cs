namespace PolicyKit;

/// <summary>Where something was written: a C# source file and a line in it.</summary>
/// <remarks>
/// INVARIANT (origin): where a rule was written is no part of what it is. Any two origins are therefore equal, and a record that
/// carries one compares as if it did not. Ask for <see cref="File"/> and <see cref="Line"/> to tell them apart.
/// </remarks>
public readonly struct Origin : IEquatable<Origin>
{
    /// <summary>Names a place in a source file.</summary>
    /// <param name="file">The file, as the compiler gives it.</param>
    /// <param name="line">The line, counted from one.</param>
    public Origin(string file, int line)
    {
        File = file;
        Line = line;
    }

    /// <summary>The source file, or null when the place is not known.</summary>
    public string? File { get; }

    /// <summary>The line, counted from one; zero when the place is not known.</summary>
    public int Line { get; }

    /// <summary>Whether a place was recorded.</summary>
    public bool IsKnown => File is not null;

    /// <summary>Always true: see the remarks of the type.</summary>
    /// <param name="other">Another origin.</param>
    /// <returns>True.</returns>
    public bool Equals(Origin other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true: see the remarks of the type.</summary>
    /// <param name="left">One origin.</param>
    /// <param name="right">Another origin.</param>
    /// <returns>True.</returns>
    public static bool operator ==(Origin left, Origin right) => true;

    /// <summary>Always false: see the remarks of the type.</summary>
    /// <param name="left">One origin.</param>
    /// <param name="right">Another origin.</param>
    /// <returns>False.</returns>
    public static bool operator !=(Origin left, Origin right) => false;

    /// <summary>The place as compilers write it.</summary>
    /// <returns>For example <c>Program.cs(29)</c>; empty when not known.</returns>
    public override string ToString() => IsKnown ? FormattableString.Invariant($"{File}({Line})") : "";
}
