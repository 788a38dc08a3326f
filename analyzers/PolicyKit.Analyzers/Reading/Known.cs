using Microsoft.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What one run of the program can make of an expression, as far as the rules ask. The hierarchy is closed.</summary>
internal abstract record Known
{
    private Known()
    {
    }

    /// <summary>A constant: text, number, truth or null.</summary>
    internal sealed record Constant(object? Content) : Known;

    /// <summary>A policy.</summary>
    /// <param name="Subject">The pods it selects, or null when they are not known.</param>
    /// <param name="Namespace">Null when none was given, a text, or the syntax of an expression whose text is not known.</param>
    /// <param name="Facts">What is known of its egress.</param>
    /// <param name="Site">The verb that restricted its egress first.</param>
    internal sealed record Policy(Selector? Subject, object? Namespace, EgressFacts Facts, SyntaxNode? Site) : Known;

    /// <summary>An egress rule whose ports are chosen and whose peers are not.</summary>
    internal sealed record Clause(Policy Begun, Ports Chosen) : Known;

    /// <summary>A port, or several: the traits it has at least, and at most.</summary>
    internal sealed record Ports(PortTraits Least, PortTraits Most) : Known;

    /// <summary>A peer, or several: the traits it has at least, and at most.</summary>
    internal sealed record Peers(PeerTraits Least, PeerTraits Most) : Known;

    /// <summary>A label's key.</summary>
    internal sealed record Key(string Name) : Known;

    /// <summary>A selector, as the sorted and distinct texts of its requirements.</summary>
    internal sealed record Selector(string[] Requirements) : Known
    {
        internal static Selector Everything { get; } = new([]);

        internal static Selector Of(IEnumerable<string> requirements) =>
            new([.. requirements.Distinct(StringComparer.Ordinal).OrderBy(one => one, StringComparer.Ordinal)]);

        /// <summary>Whether every pod of another selector is surely one of this.</summary>
        internal bool Covers(Selector narrow)
        {
            foreach (var requirement in Requirements)
            {
                if (!narrow.Requirements.Contains(requirement)) return false;
            }

            return true;
        }

        public bool Equals(Selector? other) => other is not null && Requirements.SequenceEqual(other.Requirements);

        public override int GetHashCode() => Requirements.Length == 0 ? 0 : Requirements[0].GetHashCode();
    }

    /// <summary>Values in a row: an array, a collection expression, a tuple.</summary>
    internal sealed record Row(Value[] Items) : Known
    {
        public bool Equals(Row? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Length;
    }

    /// <summary>A policy set: each entry is a policy, in one or several variants.</summary>
    internal sealed record Set(Value[] Entries) : Known
    {
        public bool Equals(Set? other) => other is not null && Entries.SequenceEqual(other.Entries);

        public override int GetHashCode() => Entries.Length == 0 ? 0 : (Entries.Length * 397) ^ Entries[Entries.Length - 1].GetHashCode();
    }
}
