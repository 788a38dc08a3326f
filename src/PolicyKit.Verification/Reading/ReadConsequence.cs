namespace PolicyKit.Verification.Reading;

/// <summary>Who objects to something in a manifest, and what becomes of the object.</summary>
public enum ReadConsequence
{
    /// <summary>Nobody objects; the object acts as written, which may not be what was meant.</summary>
    Accepted,

    /// <summary>The API server drops the field and stores the rest, so the object acts without it.</summary>
    Pruned,

    /// <summary>The API server refuses the object: it never exists.</summary>
    RejectedByApiServer,

    /// <summary>The API server stores the object and the engine's agent refuses it: it exists and enforces nothing.</summary>
    IgnoredByAgent,

    /// <summary>The object is valid, and the judge does not model it: nothing may be concluded about what it selects.</summary>
    NotModelled,
}
