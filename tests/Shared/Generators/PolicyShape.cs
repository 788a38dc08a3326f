namespace PolicyKit.Tests.Generators;

/// <summary>What random policies may contain. By default everything that compiles; a test that needs sets an engine can say takes some of it out.</summary>
public sealed record PolicyShape
{
    /// <summary>Egress to host names.</summary>
    public bool HostNames { get; init; } = true;

    /// <summary>Named ports toward peers that have nobody to ask for the name.</summary>
    public bool UnaskableNames { get; init; } = true;

    /// <summary>Dry run on some entries.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary>Policies that name no namespace.</summary>
    public bool WithoutNamespace { get; init; }

    /// <summary>What every engine but the plainest can say with a complete profile.</summary>
    public static PolicyShape Sayable { get; } = new() { HostNames = false, UnaskableNames = false };
}
