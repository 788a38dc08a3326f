namespace PolicyKit;

/// <summary>Which namespaces a pod peer is looked for in.</summary>
public abstract record NamespaceScope
{
    private NamespaceScope()
    {
    }

    /// <summary>The namespace of the policy.</summary>
    public sealed record Own : NamespaceScope
    {
        internal static Own Instance { get; } = new();
    }

    /// <summary>Every namespace of the cluster.</summary>
    public sealed record Every : NamespaceScope
    {
        internal static Every Instance { get; } = new();
    }

    /// <summary>The namespaces of these names.</summary>
    public sealed record Named : NamespaceScope
    {
        internal Named(ValueArray<string> names) => Names = names;

        /// <summary>The names, sorted and distinct; never empty.</summary>
        public ValueArray<string> Names { get; }
    }

    /// <summary>The namespaces whose labels match.</summary>
    public sealed record Matching : NamespaceScope
    {
        internal Matching(LabelSelector labels) => Labels = labels;

        /// <summary>What the namespace's labels must satisfy.</summary>
        public LabelSelector Labels { get; }
    }

    internal string InWords() => this switch
    {
        Own => "SameNamespace",
        Every => "AnyNamespace",
        Named { Names: [var name] } => $"Namespace(\"{name}\")",
        Named named => $"Namespaces({Words.Quote(named.Names)})",
        Matching matching => $"Namespaces({Words.Selector(matching.Labels)})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
