namespace PolicyKit;

/// <summary>Thrown when manifests are asked of an emission that has errors. Its message is the list of diagnostics.</summary>
public sealed class EmitException : InvalidOperationException
{
    internal EmitException(ValueArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Where(one => one.Severity is Severity.Error))) => Diagnostics = diagnostics;

    /// <summary>Every finding, the errors among them.</summary>
    public ValueArray<Diagnostic> Diagnostics { get; }
}
