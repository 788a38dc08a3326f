using PolicyKit.Ir;

namespace PolicyKit.Engines;

/// <summary>What was written for another engine than the one emitted: left out, and never in silence.</summary>
internal static class Elsewhere
{
    public static void Report(RawEntry raw, LoweringContext context)
    {
        Warn(raw.Origin, $"A raw manifest for {raw.Engine} is left out of what is emitted for {context.Engine}.", context);
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            Declare($"a raw manifest for {raw.Engine}", new(direction, null, LabelSelector.Everything, [AnywherePeer.Instance], [Port.Any], "the raw manifest says so"), context);
        }
    }

    public static void Report(PolicyEntry policy, NativeFragment fragment, LoweringContext context)
    {
        Warn(fragment.Origin, $"The {fragment.Engine} fragment of policy '{policy.Id}' is left out of what is emitted for {context.Engine}.", context);
        Declare(
            $"the {fragment.Engine} fragment of '{policy.Id}'",
            new(fragment.Direction, policy.Subject.Namespace, policy.Subject.Pods, [AnywherePeer.Instance], [Port.Any], "the fragment says so"),
            context);
    }

    private static void Warn(Origin origin, string message, LoweringContext context) => context.Report(
        new("PK3013", Severity.Warning, message, $"Write the same for {context.Engine}, or accept the gap 'fragment-elsewhere'.") { Origin = origin });

    private static void Declare(string what, FlowSet flows, LoweringContext context) => context.Declare(new(
        Gaps.FragmentElsewhere, context.Engine, $"on {context.Engine}, {what} says nothing.", flows, GapEffect.Both));
}
