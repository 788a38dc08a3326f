namespace PolicyKit;

/// <summary>Says that everything in a namespace belongs to whoever writes the set, so that the set may isolate every pod there.</summary>
/// <remarks>
/// An entry of the set like a policy: it emits nothing, and stays with the set where that is spread into another.
/// A default deny (PK1007) and an allow rule that isolates (PK1013) are then no surprise to somebody else in that namespace.
/// </remarks>
/// <example><code>PolicySet jaas = [Namespace("jaas-system").Owned(), …];</code></example>
public sealed record OwnedNamespace : PolicySetEntry
{
    internal OwnedNamespace(string name) => Name = name;

    /// <summary>The namespace.</summary>
    public string Name { get; }

    internal override PolicySetEntry WithMode(RolloutMode mode) => this with { Mode = mode };
}
