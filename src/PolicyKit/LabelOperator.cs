namespace PolicyKit;

/// <summary>What a requirement asks of a label.</summary>
public enum LabelOperator
{
    /// <summary>The label is there, with one of the values.</summary>
    In,

    /// <summary>The label is missing, or has none of the values.</summary>
    NotIn,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is missing.</summary>
    DoesNotExist,
}
