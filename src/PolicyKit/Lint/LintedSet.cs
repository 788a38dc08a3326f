using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A set under the lint: what its rules ask of the other policies.</summary>
internal sealed class LintedSet
{
    private readonly Lazy<string?> _home;
    private readonly Lazy<bool> _hasOwnNamespace;

    public LintedSet(PolicySet written, Engine engine, ClusterProfile facts)
    {
        Written = written;
        Engine = engine;
        Facts = facts;
        Coverage = new(written, facts);
        FirstRehearsed = written.Policies.FirstOrDefault(policy => policy.Mode is RolloutMode.DryRun);
        RehearsedCount = FirstRehearsed is null ? 0 : written.Count(entry => entry is not OwnedNamespace && entry.Mode is RolloutMode.DryRun);
        _home = new(() => Majority(written));
        _hasOwnNamespace = new(() => written.Policies.Any(policy => policy.Namespace is { } name && !WellKnown.IsSharedNamespace(name)));
    }

    public PolicySet Written { get; }

    public Engine Engine { get; }

    public ClusterProfile Facts { get; }

    public Coverage Coverage { get; }

    /// <summary>Whether Cilium decides what labels are seen: it is the enforcer, or its dialect is written.</summary>
    public bool IsForCilium => Facts.Engine is Enforcer.Cilium || Engine.Name == "cilium";

    /// <summary>The namespace of more than half of the policies, or null.</summary>
    public string? Home => _home.Value;

    /// <summary>Whether a policy is in a namespace that is not everybody's.</summary>
    public bool HasOwnNamespace => _hasOwnNamespace.Value;

    /// <summary>The first policy that is rehearsed only, or null.</summary>
    public Policy? FirstRehearsed { get; }

    /// <summary>How many entries are rehearsed only.</summary>
    public int RehearsedCount { get; }

    /// <summary>Whether the set says that a namespace is its own.</summary>
    public bool Owns(string name) => Written.Any(entry => entry is OwnedNamespace owned && string.Equals(owned.Name, name, StringComparison.Ordinal));

    private static string? Majority(PolicySet set)
    {
        var largest = set.Policies.GroupBy(policy => policy.Namespace, StringComparer.Ordinal).MaxBy(group => group.Count());
        return largest is not null && largest.Count() * 2 > set.Policies.Count() ? largest.Key : null;
    }
}
