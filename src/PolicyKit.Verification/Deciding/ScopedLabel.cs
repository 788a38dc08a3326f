namespace PolicyKit.Verification.Deciding;

/// <summary>Which object a label is written on.</summary>
public enum LabelScope
{
    /// <summary>The pod itself.</summary>
    Pod,

    /// <summary>The namespace of the pod.</summary>
    Namespace,

    /// <summary>The service account of the pod.</summary>
    ServiceAccount,

    /// <summary>The node.</summary>
    Node,
}

/// <summary>A label of an endpoint, and the object it is written on.</summary>
/// <param name="Scope">The object.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record ScopedLabel(LabelScope Scope, string Key, string Value);
