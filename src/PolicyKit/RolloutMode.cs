namespace PolicyKit;

/// <summary>Whether what is written is enforced or only rehearsed.</summary>
public enum RolloutMode
{
    /// <summary>What is not allowed is denied.</summary>
    Enforce,

    /// <summary>Nothing that was allowed before is denied; each engine has its own way of saying so.</summary>
    DryRun,
}
