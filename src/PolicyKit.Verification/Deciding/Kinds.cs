namespace PolicyKit.Verification.Deciding;

/// <summary>What an endpoint is; several may hold at once, as for an API server that runs on a node.</summary>
[Flags]
public enum Kinds
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A pod of the pod network.</summary>
    Pod = 1,

    /// <summary>A pod that uses its node's network; it carries its node's kinds too.</summary>
    HostNetworkPod = 2,

    /// <summary>The node that the subject runs on; endpoints are stored as <see cref="OtherNode"/> and become this one as seen from a subject on them.</summary>
    OwnNode = 4,

    /// <summary>A node that the subject does not run on.</summary>
    OtherNode = 8,

    /// <summary>The API server of the cluster.</summary>
    ApiServer = 16,

    /// <summary>Neither pod nor node: outside the cluster.</summary>
    Outside = 32,

    /// <summary>Cilium's health endpoint.</summary>
    Health = 64,

    /// <summary>Cilium's ingress proxy.</summary>
    IngressProxy = 128,

    /// <summary>The address of a Service, as it is dialled, before translation.</summary>
    ServiceAddress = 256,

    /// <summary>A pod of another cluster of the mesh: only an engine that shares identities between clusters tells it from what is outside.</summary>
    MeshPod = 512,

    /// <summary>A node of another cluster of the mesh.</summary>
    MeshNode = 1024,

    /// <summary>Any node.</summary>
    AnyNode = OwnNode | OtherNode,
}
