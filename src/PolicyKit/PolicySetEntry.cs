namespace PolicyKit;

/// <summary>An entry of a <see cref="PolicySet"/>: a <see cref="Policy"/>, a <see cref="RawManifest"/> or an <see cref="OwnedNamespace"/>.</summary>
/// <remarks>The rollout mode lives here, so that spreading one set into another loses nothing.</remarks>
public abstract record PolicySetEntry
{
    private protected PolicySetEntry()
    {
    }

    /// <summary>Whether the entry is enforced or rehearsed.</summary>
    public RolloutMode Mode { get; private protected init; }

    /// <summary>The C# line that wrote the entry; no part of equality.</summary>
    public Origin Origin { get; private protected init; }

    internal abstract PolicySetEntry WithMode(RolloutMode mode);
}
