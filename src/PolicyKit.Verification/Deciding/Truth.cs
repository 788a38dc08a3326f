namespace PolicyKit.Verification.Deciding;

/// <summary>The three outcomes of a test while questions are open.</summary>
internal enum Truth : byte
{
    False,
    True,

    /// <summary>It depends on a question that is not answered.</summary>
    Open,
}
