// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>What a parameter takes as a literal, and so which reader refuses it.</summary>
internal enum LiteralKind
{
    /// <summary>The text of a network.</summary>
    Network,

    /// <summary>A pattern of host names.</summary>
    HostPattern,

    /// <summary>The name of a policy.</summary>
    PolicyName,

    /// <summary>The name of a namespace.</summary>
    Namespace,

    /// <summary>A label's key and value, as a pair.</summary>
    Label,

    /// <summary>A label's key.</summary>
    LabelKey,

    /// <summary>A label's value.</summary>
    LabelValue,

    /// <summary>An annotation's key and value, as a pair.</summary>
    Annotation,

    /// <summary>An annotation's key.</summary>
    AnnotationKey,

    /// <summary>A port's number; two of them are the ends of a range.</summary>
    PortNumber,

    /// <summary>A port's name.</summary>
    PortName,
}
