namespace PolicyKit.Analyzers.Reading;

/// <summary>Why a value is not the same everywhere and always.</summary>
internal enum UnrepeatableKind
{
    /// <summary>It is the time.</summary>
    Clock,

    /// <summary>It is random.</summary>
    Random,

    /// <summary>It is what the machine, its user or its variables say.</summary>
    Environment,

    /// <summary>It depends on the culture that the machine is set to.</summary>
    Culture,
}
