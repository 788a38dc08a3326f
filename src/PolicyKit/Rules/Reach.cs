// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Whether the pods of a policy reach what they need.</summary>
internal enum Reach
{
    /// <summary>Egress is not restricted, a path is open, or none is needed.</summary>
    Fine,

    /// <summary>Only a rule that may or may not hold the path is there.</summary>
    Possible,

    /// <summary>Egress is restricted and no rule opens a path.</summary>
    CutOff,
}
