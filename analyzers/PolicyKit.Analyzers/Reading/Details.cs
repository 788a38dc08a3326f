using Microsoft.CodeAnalysis;
using PolicyKit.Lint;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What was said of a policy, with its places in source. Alternatives that differ only here are merged: what is not on all paths is kept as such.</summary>
/// <param name="Root">Where the policy begins.</param>
internal sealed record Details(SyntaxNode Root)
{
    private static readonly PK1004ApiServerByLabels ByLabels = new();

    /// <summary>A name of which only is known that there is one.</summary>
    internal static object UnknownName { get; } = new();

    internal Section Ingress { get; init; } = Section.Ungoverned;

    internal Section Egress { get; init; } = Section.Ungoverned;

    /// <summary>Null when none was given, a text, or <see cref="UnknownName"/>.</summary>
    internal object? Name { get; init; }

    /// <summary>Where the name was given.</summary>
    internal SyntaxNode? NamePlace { get; init; }

    /// <summary>Where an order was given, on some path at least.</summary>
    internal SyntaxNode? OrderPlace { get; init; }

    /// <summary>Whether text or a helper that is not read may have added rules.</summary>
    internal bool HasUnreadRules { get; init; }

    /// <summary>Whether a rule looks for the API server by labels (PK1004): that finding stands for PK1001.</summary>
    internal bool LooksForApiServer { get; init; }

    internal Section this[Direction direction] => direction is Direction.Ingress ? Ingress : Egress;

    internal Details With(Direction direction, Section section) => direction is Direction.Ingress ? this with { Ingress = section } : this with { Egress = section };

    internal Details With(Direction direction, KnownRule rule)
    {
        var with = With(direction, this[direction].With(rule));
        return LooksForApiServer || direction is Direction.Ingress || !IsByLabels(rule) ? with : with with { LooksForApiServer = true };
    }

    internal Details Merged(Details other)
    {
        if (ReferenceEquals(this, other)) return this;
        var merged = this with
        {
            Ingress = Ingress.Merged(other.Ingress),
            Egress = Egress.Merged(other.Egress),
            Name = Equals(Name, other.Name) ? Name : UnknownName,
            NamePlace = NamePlace ?? other.NamePlace,
            OrderPlace = OrderPlace ?? other.OrderPlace,
            HasUnreadRules = HasUnreadRules || other.HasUnreadRules,
            LooksForApiServer = LooksForApiServer || other.LooksForApiServer,
        };
        return merged.Equals(this) ? this : merged;
    }

    // All other peers are known by what they are.
    private static bool MayBeByLabels(ValueArray<RulePeer> peers)
    {
        foreach (var peer in peers)
        {
            if (peer is PodsPeer or NamespacePeer) return true;
        }

        return false;
    }

    private static bool IsByLabels(KnownRule rule)
    {
        if (rule.Peers is null || !MayBeByLabels(rule.Peers)) return false;
        var linted = new LintedRule(ClusterProfile.Unknown, Direction.Egress, [rule.Written ?? new PolicyRule(ValueArray<Port>.Empty, rule.Peers, null, default)]);
        ByLabels.Visit(linted);
        return linted.Findings.Any(one => one.Severity is Severity.Warning);
    }
}
