using System.Collections;
using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>Policies and raw manifests that are emitted together.</summary>
/// <remarks>Immutable. What is said of the set is kept on its entries: <c>[.. set, other]</c> loses nothing.</remarks>
[CollectionBuilder(typeof(PolicySet), nameof(Create))]
public sealed partial class PolicySet : IReadOnlyList<PolicySetEntry>, IEquatable<PolicySet>
{
    private readonly ValueArray<PolicySetEntry> _entries;

    private PolicySet(ValueArray<PolicySetEntry> entries) => _entries = entries;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>The policies of the set, in their order.</summary>
    public IEnumerable<Policy> Policies => _entries.OfType<Policy>();

    /// <inheritdoc/>
    public PolicySetEntry this[int index] => _entries[index];

    /// <summary>A set of the given entries, for where a variable or parameter does not say the type of <c>[p, q]</c>.</summary>
    /// <remarks>A cast does not help there: C# reads <c>(PolicySet)[p, q]</c> as an index into something called PolicySet.</remarks>
    /// <param name="entry">A policy or raw manifest.</param>
    /// <param name="more">Further ones.</param>
    /// <returns>The set.</returns>
    [Verb(Verb.SetOf)]
    public static PolicySet Of(PolicySetEntry entry, params PolicySetEntry[] more) => new([entry, .. more]);

    /// <summary>A set of the given entries; collection expressions call it.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The set.</returns>
    [Verb(Verb.SetOf)]
    public static PolicySet Create(ReadOnlySpan<PolicySetEntry> entries) => new(ValueArray.Create(entries));

    /// <summary>Puts the policies that have no namespace yet into one.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>A new set.</returns>
    /// <exception cref="FormatException">The name is not a DNS label.</exception>
    [Verb(Verb.InNamespace)]
    public PolicySet InNamespace([Literal(LiteralKind.Namespace)] string name) => Map(policy => policy.Namespace is null ? policy.InNamespace(name) : policy);

    /// <summary>Sets labels of every policy's emitted objects.</summary>
    /// <param name="label">A label, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>A new set.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Verb(Verb.Keep)]
    public PolicySet WithLabels([Literal(LiteralKind.Label)] (string Key, string Value) label, [Literal(LiteralKind.Label)] params (string Key, string Value)[] more) => Map(policy => policy.WithLabels(label, more));

    /// <summary>Sets annotations of every policy's emitted objects.</summary>
    /// <param name="annotation">An annotation, as key and value.</param>
    /// <param name="more">Further annotations.</param>
    /// <returns>A new set.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a key.</exception>
    [Verb(Verb.Keep)]
    public PolicySet WithAnnotations([Literal(LiteralKind.Annotation)] (string Key, string Value) annotation, [Literal(LiteralKind.Annotation)] params (string Key, string Value)[] more) =>
        Map(policy => policy.WithAnnotations(annotation, more));

    /// <summary>Declares what every workload of the set has to reach.</summary>
    /// <param name="need">What they need, for example <c>ApiServer</c>.</param>
    /// <param name="more">Further needs.</param>
    /// <returns>A new set.</returns>
    [Verb(Verb.Keep)]
    public PolicySet Needs(INeed need, params INeed[] more) => Map(policy => policy.Needs(need, more));

    /// <summary>Says that no workload of the set calls the API server.</summary>
    /// <param name="because">Why that is so.</param>
    /// <returns>A new set.</returns>
    [PolicyEffect(PolicyEffects.SettlesApiServer)]
    public PolicySet NeedsNoApiServer(string because) => Map(policy => policy.NeedsNoApiServer(because));

    /// <summary>Says that no workload of the set asks the resolver.</summary>
    /// <param name="because">Why that is so.</param>
    /// <returns>A new set.</returns>
    [PolicyEffect(PolicyEffects.SettlesDns)]
    public PolicySet NeedsNoDns(string because) => Map(policy => policy.NeedsNoDns(because));

    /// <summary>Sets the rollout mode of every entry, raw manifests included.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>A new set.</returns>
    [Verb(Verb.Keep)]
    public PolicySet InMode(RolloutMode mode) => new(_entries.Select(entry => entry.WithMode(mode)).ToValueArray());

    /// <summary>Applies further words when a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="then">The further words.</param>
    /// <returns>Their result, or this set.</returns>
    [Verb(Verb.When)]
    public PolicySet When(bool condition, Func<PolicySet, PolicySet> then)
    {
        ArgumentNullException.ThrowIfNull(then);
        return condition ? then(this) : this;
    }

    /// <summary>Applies further words once for each item, in the order of the sequence.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="then">The further words.</param>
    /// <returns>Their result.</returns>
    [Verb(Verb.ForEach)]
    public PolicySet ForEach<T>(IEnumerable<T> items, Func<PolicySet, T, PolicySet> then)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(then);
        return items.Aggregate(this, then);
    }

    /// <summary>Adds manifests in an engine's own YAML; they obey the rollout mode, and are checked like everything else.</summary>
    /// <param name="engine">The engine whose language it is.</param>
    /// <param name="yaml">One or more documents.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new set.</returns>
    public PolicySet WithRaw(Engine engine, string yaml, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(yaml);
        return new(_entries.Add(new RawManifest(engine, yaml, new Origin(file, line))));
    }

    /// <summary>Denies, in the set's one namespace, what no policy allows there, for every pod.</summary>
    /// <param name="directions">Which directions. There is no default: a default deny that includes egress while the policies allow none cuts everything off.</param>
    /// <param name="order">A rank against policies outside the set.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new set with one more policy, named <c>default-deny</c>.</returns>
    [Verb(Verb.DefaultDeny)]
    public PolicySet WithDefaultDeny(Directions directions, int? order = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var namespaces = Policies.Select(policy => policy.Namespace).Distinct(StringComparer.Ordinal).ToArray();
        return WithDefaultDeny(namespaces is [{ } only] ? only : null, directions, order, new Origin(file, line));
    }

    /// <summary>Denies, in a namespace, what no policy allows there, for every pod.</summary>
    /// <param name="namespaceName">The namespace.</param>
    /// <param name="directions">Which directions.</param>
    /// <param name="order">A rank against policies outside the set.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new set with one more policy, named <c>default-deny</c>.</returns>
    /// <exception cref="FormatException">The name is not a DNS label.</exception>
    [Verb(Verb.DefaultDeny)]
    public PolicySet WithDefaultDeny(
        [Literal(LiteralKind.Namespace)] string namespaceName, Directions directions, int? order = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(namespaceName);
        return WithDefaultDeny(namespaceName, directions, order, new Origin(file, line));
    }

    /// <inheritdoc/>
    public bool Equals(PolicySet? other) => other is not null && _entries.Equals(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicySet);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.GetHashCode();

    /// <inheritdoc/>
    public IEnumerator<PolicySetEntry> GetEnumerator() => ((IEnumerable<PolicySetEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private PolicySet WithDefaultDeny(string? namespaceName, Directions directions, int? order, Origin origin) =>
        new(_entries.Add(Policy.DefaultDeny(namespaceName, directions, order, origin)));

    private PolicySet Map(Func<Policy, Policy> change) =>
        new(_entries.Select(entry => entry is Policy policy ? change(policy) : entry).ToValueArray());
}
