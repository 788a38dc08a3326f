using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

public sealed partial record Policy
{
    /// <summary>Applies further verbs when a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="then">The further verbs.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The result of the verbs, or this policy.</returns>
    [Verb(Verb.When)]
    public Policy When(bool condition, Func<Policy, Policy> then, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(then);
        return condition ? then(this).GovernedOnlyAt(new Origin(file, line), before: this) : this;
    }

    /// <summary>Applies further verbs once for each item, in the order of the sequence.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; when there are none, this policy is the result.</param>
    /// <param name="then">The further verbs.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The result of the verbs.</returns>
    [Verb(Verb.ForEach)]
    public Policy ForEach<T>(IEnumerable<T> items, Func<Policy, T, Policy> then, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(then);
        return items.Aggregate(this, then).GovernedOnlyAt(new Origin(file, line), before: this);
    }

    // A direction that nothing governed before is now governed on this path only (PK0012); on the others its pods stay open.
    private Policy GovernedOnlyAt(Origin origin, Policy before) => this with
    {
        Provenance = Provenance with
        {
            IngressGovernedOnlyAt = Ingress is null ? null : before.Ingress is null ? origin : before.Provenance.IngressGovernedOnlyAt,
            EgressGovernedOnlyAt = Egress is null ? null : before.Egress is null ? origin : before.Provenance.EgressGovernedOnlyAt,
        },
    };
}
