using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>Every pod of some namespaces; never nodes, never anything outside the cluster.</summary>
public sealed record NamespacePeer : Peer
{
    internal NamespacePeer(NamespaceScope scope) => Scope = scope;

    /// <summary>Which namespaces.</summary>
    public NamespaceScope Scope { get; }

    /// <summary>Only those of the pods that carry all the given labels.</summary>
    /// <param name="label">A label, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>A new peer.</returns>
    /// <example><code>Namespace("monitoring").Pods(("app", "prometheus"))</code></example>
    [Verb(Verb.Keep)]
    public PodsPeer Pods((string Key, string Value) label, params (string Key, string Value)[] more) => new(Scope, LabelSelector.Of(label, more));

    /// <summary>Only those of the pods that a selector matches.</summary>
    /// <param name="selector">The selector.</param>
    /// <returns>A new peer.</returns>
    [Verb(Verb.Keep)]
    public PodsPeer Pods(LabelSelector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(Scope, selector);
    }

    /// <summary>Says that the namespace belongs to whoever writes the set, as an entry of the set.</summary>
    /// <returns>The entry.</returns>
    /// <exception cref="FormatException">The peer is not one namespace by its name.</exception>
    /// <example><code>PolicySet jaas = [Namespace("jaas-system").Owned(), …];</code></example>
    [Verb(Verb.SetOf)]
    public OwnedNamespace Owned() => Scope is NamespaceScope.Named { Names: [var name] }
        ? new(name)
        : throw new FormatException($"{this} is not one namespace by its name, so nobody can say that it is theirs. Write Namespace(\"…\").Owned() for each.");

    /// <inheritdoc/>
    public override string ToString() => Scope.InWords();
}

/// <summary>Pods chosen by their labels, in some namespaces.</summary>
public sealed record PodsPeer : Peer
{
    internal PodsPeer(NamespaceScope scope, LabelSelector selector)
    {
        Scope = scope;
        Selector = selector;
    }

    /// <summary>Which namespaces.</summary>
    public NamespaceScope Scope { get; }

    /// <summary>Which pods there.</summary>
    public LabelSelector Selector { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        Scope is NamespaceScope.Own ? $"Pods({Words.Selector(Selector)})" : $"{Scope.InWords()}.Pods({Words.Selector(Selector)})";
}
