// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Which namespace is a set's own, by the namespaces of its policies.</summary>
internal static class HomeNamespace
{
    /// <summary>The namespace of more than half of the policies; null when there is none, or when those have none.</summary>
    public static string? Of(IReadOnlyCollection<string?> namespaces)
    {
        var largest = namespaces.GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).FirstOrDefault();
        return largest is not null && largest.Count() * 2 > namespaces.Count ? largest.Key : null;
    }

    /// <summary>Whether a namespace is not the set's own. Where the set has none, one that everybody shares is foreign beside one that is not.</summary>
    public static bool IsForeign(string name, string? home, bool hasOwnNamespace) => home is not null
        ? !string.Equals(home, name, StringComparison.Ordinal)
        : WellKnown.IsSharedNamespace(name) && hasOwnNamespace;
}
