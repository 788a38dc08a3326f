// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to change.</summary>
    Info,

    /// <summary>Likely a mistake; manifests are still emitted.</summary>
    Warning,

    /// <summary>Cannot stand: no manifests are emitted.</summary>
    Error,
}
