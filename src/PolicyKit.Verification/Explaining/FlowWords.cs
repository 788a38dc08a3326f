using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>A flow, its ends and its verdict as people write them: ports as in the words of policies, <c>8083/TCP</c>.</summary>
internal static class FlowWords
{
    public static string Of(Flow flow) => $"{flow.From} → {flow.To} on {Of(flow.Traffic)}{(flow.Via is null ? "" : $" through {flow.Via}")}";

    public static string Of(Traffic traffic) => traffic switch
    {
        Traffic.Transport transport => FormattableString.Invariant($"{transport.DestinationPort}/{transport.Protocol.ToString().ToUpperInvariant()}"),
        Traffic.Icmp icmp => FormattableString.Invariant($"ICMP{(icmp.Family == IpFamily.V4 ? "" : "v6")} type {icmp.Type}"),
        Traffic.OtherProtocol other => FormattableString.Invariant($"protocol {other.Number}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Allow => "allowed",
        Verdict.Deny => "denied",
        Verdict.Undefined => "undefined",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Which end it is, for example <c>ingress of shop/web</c>.</summary>
    public static string EndOf(Direction direction, Flow flow) => direction == Direction.Ingress ? $"ingress of {flow.To}" : $"egress of {flow.From}";
}
