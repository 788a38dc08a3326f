using Microsoft.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What one run of the program can make of an expression, as far as the rules ask. The hierarchy is closed.</summary>
internal abstract record Known
{
    private Known()
    {
    }

    /// <summary>Whether two alternatives are the same to every rule that is decided path by path, so that one stands for both.</summary>
    internal virtual bool IsAlike(Known other) => Equals(other);

    /// <summary>One alternative for two that are alike: what is on both sides is always there, the rest on some paths.</summary>
    internal virtual Known Merged(Known other) => this;

    /// <summary>A constant: text, number, truth or null.</summary>
    internal sealed record Constant(object? Content) : Known;

    /// <summary>A policy.</summary>
    /// <param name="Subject">The pods it selects, or null when they are not known.</param>
    /// <param name="Namespace">Null when none was given, a text, or the syntax of an expression whose text is not known.</param>
    /// <param name="Facts">What is known of its egress.</param>
    /// <param name="Site">The verb that restricted its egress first.</param>
    /// <param name="Details">Its rules and what else was said of it.</param>
    internal sealed record Policy(Selector? Subject, object? Namespace, EgressFacts Facts, SyntaxNode? Site, Details Details) : Known
    {
        // Where it begins tells nearly all policies apart.
        public override int GetHashCode() => Details.Root.GetHashCode() ^ (int)Facts;

        internal override bool IsAlike(Known other) => other is Policy policy && Facts == policy.Facts && Site == policy.Site && Details.Root == policy.Details.Root
            && Equals(Namespace, policy.Namespace) && Equals(Subject, policy.Subject);

        internal override Known Merged(Known other) => Details.Merged(((Policy)other).Details) is var merged && ReferenceEquals(merged, Details) ? this : this with { Details = merged };
    }

    /// <summary>A rule whose ports are chosen and whose peers are not.</summary>
    internal sealed record Clause(Policy Begun, Ports Chosen, Direction Direction) : Known
    {
        internal override bool IsAlike(Known other) => other is Clause clause && Direction == clause.Direction && Chosen.Equals(clause.Chosen) && Begun.IsAlike(clause.Begun);

        internal override Known Merged(Known other) => this with { Begun = (Policy)Begun.Merged(((Clause)other).Begun) };
    }

    /// <summary>A port, or several: the traits it has at least, and at most, and the ports themselves when they are constant.</summary>
    internal sealed record Ports(PortTraits Least, PortTraits Most, ValueArray<Port>? Exact = null) : Known;

    /// <summary>A peer, or several: the traits it has at least, and at most, and the peers themselves when they are constant.</summary>
    internal sealed record Peers(PeerTraits Least, PeerTraits Most, ValueArray<RulePeer>? Exact = null) : Known;

    /// <summary>A label's key.</summary>
    internal sealed record Key(LabelKey Written) : Known;

    /// <summary>A selector.</summary>
    internal sealed record Selector(LabelSelector Written) : Known
    {
        internal static Selector Everything { get; } = new(LabelSelector.Everything);

        /// <summary>Whether every pod of another selector is surely one of this.</summary>
        internal bool Covers(Selector narrow)
        {
            foreach (var requirement in Written.Requirements)
            {
                if (!narrow.Written.Requirements.AsSpan().Contains(requirement)) return false;
            }

            return true;
        }
    }

    /// <summary>Values in a row: an array, a collection expression, a tuple.</summary>
    internal sealed record Row(Value[] Items) : Known
    {
        public bool Equals(Row? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Length == 0 ? 0 : (Items.Length * 397) ^ Items[0].GetHashCode();

        internal override bool IsAlike(Known other) => other is Row row && Value.AreAlike(Items, row.Items);

        internal override Known Merged(Known other) => new Row(Value.Merged(Items, ((Row)other).Items));
    }

    /// <summary>An entry of a set that says whose a namespace is; null when its name is not known.</summary>
    internal sealed record Owned(string? Name) : Known;

    /// <summary>A policy set: each entry is a policy, in one or several variants.</summary>
    internal sealed record Set(Value[] Entries) : Known
    {
        public bool Equals(Set? other) => other is not null && Entries.SequenceEqual(other.Entries);

        public override int GetHashCode() => Entries.Length == 0 ? 0 : (Entries.Length * 397) ^ Entries[Entries.Length - 1].GetHashCode();

        internal override bool IsAlike(Known other) => other is Set set && Value.AreAlike(Entries, set.Entries);

        internal override Known Merged(Known other) => new Set(Value.Merged(Entries, ((Set)other).Entries));
    }
}
