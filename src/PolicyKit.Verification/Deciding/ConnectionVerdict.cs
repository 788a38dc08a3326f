namespace PolicyKit.Verification.Deciding;

/// <summary>What both ends of a connection decide.</summary>
/// <param name="Egress">What the source decides.</param>
/// <param name="Ingress">What the destination decides.</param>
public sealed record ConnectionVerdict(Verdict Egress, Verdict Ingress)
{
    /// <summary>The verdict of the connection: denied if an end denies, allowed if both ends allow.</summary>
    public Verdict Whole => (Egress, Ingress) switch
    {
        (Verdict.Deny, Verdict.Deny) => new Verdict.Deny([.. Egress.Trace, .. Ingress.Trace]),
        (Verdict.Deny, _) => Egress,
        (_, Verdict.Deny) => Ingress,
        (Verdict.Undefined egress, Verdict.Undefined ingress) => new Verdict.Undefined(egress.DependsOn.Concat(ingress.DependsOn).Distinct().Order().ToValueArray(), [.. Egress.Trace, .. Ingress.Trace]),
        (Verdict.Undefined, _) => Egress,
        (_, Verdict.Undefined) => Ingress,
        _ => new Verdict.Allow([.. Egress.Trace, .. Ingress.Trace]),
    };

    /// <summary>The three verdicts in words.</summary>
    /// <returns>For example <c>deny (egress allow, ingress deny)</c>.</returns>
    public override string ToString() => $"{Whole} (egress {Egress}, ingress {Ingress})";
}
