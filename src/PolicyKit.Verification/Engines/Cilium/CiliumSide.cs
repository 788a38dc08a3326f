namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Which of the four sections of a rule is read; they differ in what may stand in them.</summary>
internal enum CiliumSide
{
    Ingress,
    IngressDeny,
    Egress,
    EgressDeny,
}
