// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Says on a parameter which literals it takes, so that the analyzers refuse what the call would refuse.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LiteralAttribute(LiteralKind kind) : Attribute
{
    public LiteralKind Kind { get; } = kind;
}
