// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>The name that a policy is emitted with: the one it was given, or one derived from the labels that it selects.</summary>
internal static class PolicyNames
{
    /// <summary>The name; null when none can be derived that every engine accepts.</summary>
    public static string? Of(string? given, LabelSelector subject) =>
        given ?? (Derived(subject) is { } name && NameSyntax.PolicyName(name) is null ? name : null);

    /// <summary>The name that the labels give, whether engines accept it or not; null when they give none.</summary>
    public static string? Derived(LabelSelector labels)
    {
        if (labels.IsEverything) return "all-pods";
        return Value(labels, "app.kubernetes.io/name") is { } app
            ? Value(labels, "app.kubernetes.io/component") is { } component ? $"{app}-{component}" : app
            : Value(labels, "app") ?? Value(labels, "k8s-app");
    }

    private static string? Value(LabelSelector selector, string key)
    {
        foreach (var one in selector.Requirements)
        {
            if (one.Operator is LabelOperator.In && one.Values.Count == 1 && string.Equals(one.Key, key, StringComparison.Ordinal)) return one.Values[0];
        }

        return null;
    }
}
