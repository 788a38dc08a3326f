namespace PolicyKit.Verification.Engines.Selectors;

/// <summary>What a requirement asks of a label.</summary>
internal enum SelectorOperator
{
    In,
    NotIn,
    Exists,
    DoesNotExist,

    /// <summary>Something else was written, and the API server let it through.</summary>
    Unknown,
}
