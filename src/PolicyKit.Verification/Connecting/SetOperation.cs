namespace PolicyKit.Verification.Connecting;

/// <summary>What becomes of two sets.</summary>
internal enum SetOperation
{
    And,
    Or,
    Without,
}
