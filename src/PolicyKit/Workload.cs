namespace PolicyKit;

/// <summary>A workload as policies see it: name, namespace, labels and named ports, written once and used in its policy, as a peer, and in connections.</summary>
/// <remarks>Immutable. Its ports are numbers that keep their names, so that they mean the same on every engine and toward every peer.</remarks>
/// <example>
/// <code>
/// var jaas = Workload.Of("jaas", "jaas-system", ("app.kubernetes.io/name", "jaas")).WithPorts(Port.Named("http").At(8080), Port.Metrics.At(8083));
/// Policy.For(jaas).AllowIngress(jaas["http"]).From(Namespace("ingress-nginx"))
/// </code>
/// </example>
public sealed record Workload
{
    private Workload(string name, string namespaceName, LabelSelector selector)
    {
        Name = name;
        Namespace = namespaceName;
        Selector = selector;
    }

    /// <summary>The name, which is also that of its policy.</summary>
    public string Name { get; }

    /// <summary>The namespace.</summary>
    public string Namespace { get; }

    /// <summary>Its pods, by their labels.</summary>
    public LabelSelector Selector { get; }

    /// <summary>Its labels, sorted by key.</summary>
    public ValueArray<Label> Labels => Selector.Requirements.Select(one => Label.Of(one.Key, one.Values[0])).ToValueArray();

    /// <summary>Its named ports, in the order of writing.</summary>
    public ValueArray<Port.Numbered> Ports { get; private init; } = ValueArray<Port.Numbered>.Empty;

    /// <summary>Its pods as a peer, from whichever namespace they are looked at.</summary>
    public PodsPeer Pods => Dsl.Namespace(Namespace).Pods(Selector);

    /// <summary>A port by its name.</summary>
    /// <param name="port">The name.</param>
    /// <exception cref="ArgumentException">The workload has no port of this name; the message lists those it has.</exception>
    public Port.Numbered this[string port] => Ports.FirstOrDefault(one => string.Equals(one.KeptName, port, StringComparison.Ordinal)) ?? throw NoSuchPort(port);

    /// <summary>A workload without ports.</summary>
    /// <param name="name">The name: a DNS label.</param>
    /// <param name="namespaceName">The namespace.</param>
    /// <param name="label">A label of its pods, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a name or a label; the message says the mend.</exception>
    public static Workload Of(string name, string namespaceName, (string Key, string Value) label, params (string Key, string Value)[] more)
    {
        if ((NameSyntax.PolicyName(name) ?? NameSyntax.Namespace(namespaceName)) is { } problem) throw new FormatException(problem);
        var selector = LabelSelector.Of(label, more);
        return selector.Requirements.GroupBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"The label '{twice.Key}' has two values, and no pod carries both. Remove one.")
            : new(name, namespaceName, selector);
    }

    /// <summary>Adds ports; one that has the name of another replaces it.</summary>
    /// <param name="port">A number that keeps a name, for example <c>Port.Named("http").At(8080)</c>.</param>
    /// <param name="more">Further ones.</param>
    /// <returns>A new workload.</returns>
    /// <exception cref="FormatException">A port has no name.</exception>
    public Workload WithPorts(Port.Numbered port, params Port.Numbered[] more)
    {
        var ports = Ports;
        foreach (var added in more.Prepend(port))
        {
            if (added.KeptName is null) throw new FormatException($"'{added}' has no name, so nobody could ask the workload for it. Write Port.Named(\"…\").At({added.Number}).");
            ports = ports.Where(one => !string.Equals(one.KeptName, added.KeptName, StringComparison.Ordinal)).Append(added).ToValueArray();
        }

        return this with { Ports = ports };
    }

    private ArgumentException NoSuchPort(string port) => new(
        $"The workload '{Name}' has no port named {UserWords.Quote(port)}. {(Ports.Count == 0 ? "It has none; add it with WithPorts(…)." : $"It has {Words.List([.. Ports.Select(one => $"'{one.KeptName}'")])}.")}");
}
