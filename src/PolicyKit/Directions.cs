namespace PolicyKit;

/// <summary>One direction of a pod's traffic.</summary>
public enum Direction
{
    /// <summary>Connections to the pod.</summary>
    Ingress,

    /// <summary>Connections from the pod.</summary>
    Egress,
}

/// <summary>One direction or both.</summary>
[Flags]
public enum Directions
{
    /// <summary>Connections to the pod.</summary>
    Ingress = 1,

    /// <summary>Connections from the pod.</summary>
    Egress = 2,

    /// <summary>Connections to the pod and from it.</summary>
    Both = Ingress | Egress,
}
