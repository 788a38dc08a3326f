namespace PolicyKit;

/// <summary>A text or file that should hold the facts of a cluster and does not.</summary>
public sealed class ProfileFormatException : FormatException
{
    internal ProfileFormatException(ValueArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Everything that is wrong, each finding with its file, line and column.</summary>
    public ValueArray<Diagnostic> Diagnostics { get; }
}
