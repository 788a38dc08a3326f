namespace PolicyKit.Verification;

/// <summary>The end of a connection at which a policy acts.</summary>
public enum Direction
{
    /// <summary>Connections that reach a pod; decided at the destination.</summary>
    Ingress,

    /// <summary>Connections that a pod opens; decided at the source.</summary>
    Egress,
}
