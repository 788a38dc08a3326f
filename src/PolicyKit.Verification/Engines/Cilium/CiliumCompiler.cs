using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>What one rule of a policy becomes in one direction: three blocks for three ranks, and an ending.</summary>
/// <param name="Deny">What it denies.</param>
/// <param name="Allow">What it allows.</param>
/// <param name="Layer7">What it allows if a proxy agrees.</param>
/// <param name="Ending">Whom it holds when nothing matched; null for a rule that holds nobody.</param>
internal sealed record CiliumView(Block Deny, Block Allow, Block Layer7, Ending? Ending);

/// <summary>Compiles policies rule by rule; where the blocks are placed is the enforcement's business.</summary>
internal static class CiliumCompiler
{
    /// <summary>The rules of a policy that say something about a direction.</summary>
    public static IEnumerable<CiliumView> Compile(CiliumModel policy, Direction direction, CiliumWays ways) =>
        policy.Rules.Where(rule => rule[direction].IsWritten).Select(rule => Compile(policy, rule, direction, ways));

    private static CiliumView Compile(CiliumModel policy, CiliumRule rule, Direction direction, CiliumWays ways)
    {
        var subject = ways.Labels.Subject(policy.Scope, rule.Subject);
        var source = policy.SourceOf(rule.Place);
        var section = rule[direction];
        var isolates = section.DefaultDeny != false || !ways.Facts.NonDefaultDeny;
        return new(
            Block(section.Deny, Effect.Deny),
            Block(section.Allow, Effect.Allow),
            Block(section.Allow, Effect.AllowIfLayer7),
            isolates ? new(subject, EndEffect.Deny, source) : null);

        Block Block(ValueArray<CiliumItem> items, Effect effect) => new(
            subject,
            items.Select(item => new Rule(Peer(policy, item, ways, effect), Traffic(item, direction, ways, effect), effect, policy.SourceOf(item.Place)))
                .Where(compiled => compiled.Peer != EndpointPredicate.Never && compiled.Traffic != TrafficPredicate.Never)
                .ToValueArray(),
            source);
    }

    /// <summary>An item without peers means everybody if it has ports or ICMP types, and nobody if it has not.</summary>
    private static EndpointPredicate Peer(CiliumModel policy, CiliumItem item, CiliumWays ways, Effect effect) =>
        ways.Peers(policy.Scope, item, effect == Effect.Deny) ?? (item.Ports.Count > 0 || item.Icmps is not null ? EndpointPredicate.Always : EndpointPredicate.Never);

    private static TrafficPredicate Traffic(CiliumItem item, Direction direction, CiliumWays ways, Effect effect)
    {
        var layer7 = effect == Effect.AllowIfLayer7;
        if (item.Ports.Count > 0) return TrafficPredicate.Any(item.Ports.Where(entry => entry.RestrictsLayer7 == layer7).SelectMany(entry => entry.Ports).Select(port => ways.Ports.Match(port, direction)));
        if (layer7) return TrafficPredicate.Never;
        return item.Icmps is { } icmps ? TrafficPredicate.Any(icmps.Select(CiliumPorts.Match)) : TrafficPredicate.Always;
    }
}
