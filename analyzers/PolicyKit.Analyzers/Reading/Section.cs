using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>One direction of a policy.</summary>
/// <param name="IsAlways">Whether it is governed on every path.</param>
/// <param name="IsEver">Whether it is governed on some path.</param>
/// <param name="Place">The verb that governed it first.</param>
/// <param name="OnlyAt">The verb inside a When or ForEach that governs it, when nothing outside does (PK0012).</param>
/// <param name="Rules">Its rules, in their order.</param>
internal sealed record Section(bool IsAlways, bool IsEver, SyntaxNode? Place, SyntaxNode? OnlyAt, ValueArray<KnownRule> Rules)
{
    internal static Section Ungoverned { get; } = new(false, false, null, null, ValueArray<KnownRule>.Empty);

    internal Section Denied(SyntaxNode place) => new(true, true, Place ?? place, null, Rules);

    internal Section With(KnownRule rule)
    {
        var place = IndexOf(rule);
        var rules = place < 0 ? Rules.Add(rule) : Rules[place].IsAlways || !rule.IsAlways ? Rules : [.. Rules.Select(one => one.IsSameAs(rule) ? rule : one)];
        return new(true, true, Place ?? rule.Site, null, rules);
    }

    internal Section Merged(Section other)
    {
        if (Equals(other)) return this;
        var rules = new List<KnownRule>(Math.Max(Rules.Count, other.Rules.Count));
        foreach (var one in Rules) rules.Add(other.IndexOf(one) is >= 0 and var at && other.Rules[at].IsAlways ? one : one.OnSomePaths());
        foreach (var one in other.Rules)
        {
            if (IndexOf(one) < 0) rules.Add(one.OnSomePaths());
        }

        return new(IsAlways && other.IsAlways, IsEver || other.IsEver, Place ?? other.Place, OnlyAt ?? other.OnlyAt, [.. rules]);
    }

    private int IndexOf(KnownRule rule)
    {
        for (var at = 0; at < Rules.Count; at++)
        {
            if (Rules[at].IsSameAs(rule)) return at;
        }

        return -1;
    }
}

/// <summary>A rule of a policy.</summary>
/// <param name="Site">The call that completed it.</param>
/// <param name="Ports">Its ports, when they are constant.</param>
/// <param name="Peers">Its peers, when they are constant.</param>
/// <param name="IsAlways">Whether it is there on every path.</param>
internal sealed record KnownRule(SyntaxNode Site, ValueArray<Port>? Ports, ValueArray<RulePeer>? Peers, bool IsAlways)
{
    private PolicyRule? _written;

    /// <summary>The rule as the library makes it, when all of it is constant.</summary>
    internal PolicyRule? Written => _written ??= Ports is null || Peers is null ? null : new(Ports, Peers, null, default);

    public bool Equals(KnownRule? other) => ReferenceEquals(this, other) || (other is not null && IsAlways == other.IsAlways && IsSameAs(other));

    public override int GetHashCode() => Site.GetHashCode();

    internal KnownRule OnSomePaths() => IsAlways ? this with { IsAlways = false } : this;

    internal bool IsSameAs(KnownRule other) => Site == other.Site && Equals(Ports, other.Ports) && Equals(Peers, other.Peers);
}
