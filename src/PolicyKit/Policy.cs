using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>A network policy: the pods it is for, and what they may receive and reach.</summary>
/// <remarks>
/// Immutable: each verb returns a new policy, which is complete as it stands; there is nothing to build.
/// A direction with at least one verb is governed: what no rule of any policy allows is denied there. A direction without is left as it was.
/// </remarks>
/// <example>
/// <code>Policy.ForPods(("app", "web")).AllowIngress(Port.Metrics).From(Namespace("monitoring"))</code>
/// </example>
public sealed partial record Policy : PolicySetEntry
{
    private Policy(LabelSelector subject, Origin origin)
    {
        Subject = subject;
        Origin = origin;
    }

    /// <summary>The pods the policy is for, by their labels.</summary>
    public LabelSelector Subject { get; }

    /// <summary>The name given with <see cref="Named"/>, or null: then it is derived from the labels.</summary>
    public string? Name { get; private init; }

    /// <summary>The namespace given with <see cref="InNamespace"/>, or null.</summary>
    public string? Namespace { get; private init; }

    /// <summary>The rank against policies outside the set, or null. It never changes what the set means.</summary>
    public int? Order { get; private init; }

    /// <summary>The labels of the emitted objects, sorted by key.</summary>
    public ValueArray<Label> Labels { get; private init; } = ValueArray<Label>.Empty;

    /// <summary>The annotations of the emitted objects, sorted by key.</summary>
    public ValueArray<Annotation> Annotations { get; private init; } = ValueArray<Annotation>.Empty;

    /// <summary>What may connect to the pods: null when the direction is not governed, empty when nothing is allowed.</summary>
    public ValueArray<PolicyRule>? Ingress { get; private init; }

    /// <summary>What the pods may connect to: null when the direction is not governed, empty when nothing is allowed.</summary>
    public ValueArray<PolicyRule>? Egress { get; private init; }

    /// <summary>Rules in an engine's own words.</summary>
    public ValueArray<NativeFragment> Fragments { get; private init; } = ValueArray<NativeFragment>.Empty;

    /// <summary>What the workload was declared to need, in the order of writing.</summary>
    public ValueArray<INeed> DeclaredNeeds { get; private init; } = ValueArray<INeed>.Empty;

    /// <summary>Why the workload does not need the API server, or null when nobody said so.</summary>
    public string? NoApiServerBecause { get; private init; }

    /// <summary>Why the workload does not need DNS, or null when nobody said so.</summary>
    public string? NoDnsBecause { get; private init; }

    /// <summary>How the policy came to be; no part of equality.</summary>
    internal Provenance Provenance { get; init; }

    /// <summary>A policy for the pods that carry a label.</summary>
    /// <param name="label">The label, as key and value.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse the label.</exception>
    [Verb(Verb.ForPods)]
    public static Policy ForPods((string Key, string Value) label, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ForPods(LabelSelector.Of(label), file, line);

    /// <summary>A policy for the pods that carry both labels.</summary>
    /// <param name="first">A label, as key and value.</param>
    /// <param name="second">Another label.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Verb(Verb.ForPods)]
    public static Policy ForPods(
        (string Key, string Value) first, (string Key, string Value) second, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ForPods(LabelSelector.Of(first, second), file, line);

    /// <summary>A policy for the pods that carry all the labels.</summary>
    /// <param name="first">A label, as key and value.</param>
    /// <param name="second">Another label.</param>
    /// <param name="third">Another label.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Verb(Verb.ForPods)]
    public static Policy ForPods(
        (string Key, string Value) first, (string Key, string Value) second, (string Key, string Value) third, params (string Key, string Value)[] more) =>
        new(LabelSelector.Of(first, [second, third, .. more]), default);

    /// <summary>A policy for the pods that a selector matches.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    [Verb(Verb.ForPods)]
    public static Policy ForPods(LabelSelector selector, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(selector, new Origin(file, line));
    }

    /// <summary>A policy for every pod of its namespace.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    [Verb(Verb.ForPods)]
    public static Policy ForAllPods([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ForPods(LabelSelector.Everything, file, line);

    /// <summary>A policy for the pods of a workload, with its name and in its namespace.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A policy that governs nothing yet.</returns>
    [Verb(Verb.ForWorkload)]
    public static Policy For(Workload workload, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return ForPods(workload.Selector, file, line) with { Name = workload.Name, Namespace = workload.Namespace };
    }

    /// <summary>Names the policy.</summary>
    /// <param name="name">A DNS label: at most 63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="FormatException">The name is not a DNS label.</exception>
    [Verb(Verb.Named)]
    public Policy Named(string name) =>
        NameSyntax.PolicyName(name) is { } problem ? throw new FormatException(problem) : this with { Name = name };

    /// <summary>Puts the policy into a namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="FormatException">The name is not a DNS label.</exception>
    [Verb(Verb.InNamespace)]
    public Policy InNamespace(string name) =>
        NameSyntax.Namespace(name) is { } problem ? throw new FormatException(problem) : this with { Namespace = name };

    /// <summary>Ranks the policy against policies outside the set, on engines that have a place for it.</summary>
    /// <param name="order">The rank; lower comes first.</param>
    /// <returns>A new policy.</returns>
    [Verb(Verb.Ordered)]
    public Policy WithOrder(int order) => this with { Order = order };

    /// <summary>Sets labels of the emitted objects; a key that is there already gets the new value.</summary>
    /// <param name="label">A label, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Verb(Verb.Keep)]
    public Policy WithLabels((string Key, string Value) label, params (string Key, string Value)[] more)
    {
        var added = more.Prepend(label).Select(one => Label.Of(one.Key, one.Value));
        return this with { Labels = Labels.Concat(added).GroupBy(one => one.Key, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(one => one.Key, StringComparer.Ordinal).ToValueArray() };
    }

    /// <summary>Sets annotations of the emitted objects; a key that is there already gets the new value.</summary>
    /// <param name="annotation">An annotation, as key and value.</param>
    /// <param name="more">Further annotations.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a key.</exception>
    [Verb(Verb.Keep)]
    public Policy WithAnnotations((string Key, string Value) annotation, params (string Key, string Value)[] more)
    {
        var added = more.Prepend(annotation).Select(one => Annotation.Of(one.Key, one.Value));
        return this with { Annotations = Annotations.Concat(added).GroupBy(one => one.Key, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(one => one.Key, StringComparer.Ordinal).ToValueArray() };
    }

    internal static Policy DefaultDeny(string? namespaceName, Directions directions, int? order, Origin origin)
    {
        var policy = new Policy(LabelSelector.Everything, origin).Named("default-deny") with { Order = order, Provenance = new() { IsSetDefaultDeny = true } };
        if (directions.HasFlag(Directions.Ingress)) policy = policy.DenyIngressByDefault();
        if (directions.HasFlag(Directions.Egress)) policy = policy.DenyEgressByDefault();
        return namespaceName is null ? policy : policy.InNamespace(namespaceName);
    }

    internal override PolicySetEntry WithMode(RolloutMode mode) => this with { Mode = mode };
}
