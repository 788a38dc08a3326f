namespace PolicyKit.Verification.Engines.Calico;

/// <summary>What an expression of Calico's selector language asks of a label.</summary>
internal enum CalicoOperator
{
    Has,
    Equal,

    /// <summary>Also without the label.</summary>
    NotEqual,

    In,

    /// <summary>Also without the label.</summary>
    NotIn,

    Contains,
    StartsWith,
    EndsWith,
}
