// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>How a method of the vocabulary makes its result, for whoever reads it in source.</summary>
internal enum Verb
{
    /// <summary>What is known of the receiver stays known of the result.</summary>
    Keep,

    /// <summary>A policy for the pods that the arguments select; every pod without arguments.</summary>
    ForPods,

    /// <summary>A policy for a workload: its pods and its namespace are not known where it is written.</summary>
    ForWorkload,

    /// <summary>Two policies for workloads, one for each end of a connection on the ports of the third argument.</summary>
    Between,

    /// <summary>Puts a policy, or the policies of a set that have none, into a namespace.</summary>
    InNamespace,

    /// <summary>An ingress clause with the ports of the arguments.</summary>
    AllowIngress,

    /// <summary>An egress clause with the ports of the arguments.</summary>
    AllowEgress,

    /// <summary>Completes a clause with the peers of the arguments.</summary>
    Peers,

    /// <summary>Completes a clause with anywhere.</summary>
    Anywhere,

    /// <summary>Completes a clause with the pod's own node.</summary>
    Kubelet,

    /// <summary>Governs ingress, and allows nothing more.</summary>
    DenyIngress,

    /// <summary>Governs egress, and allows nothing more.</summary>
    DenyEgress,

    /// <summary>Gives a policy its name.</summary>
    Named,

    /// <summary>Ranks a policy among those outside its set.</summary>
    Ordered,

    /// <summary>Adds a default deny to a set.</summary>
    DefaultDeny,

    /// <summary>Adds text that is not read; it concerns egress when the argument of that name is not null.</summary>
    Native,

    /// <summary>Applies a function when a condition holds.</summary>
    When,

    /// <summary>Applies a function once for each item.</summary>
    ForEach,

    /// <summary>A set of the arguments.</summary>
    SetOf,

    /// <summary>An entry that says whose a namespace is.</summary>
    Owned,

    /// <summary>A TCP port, or the TCP ports from one number to another.</summary>
    TcpPorts,

    /// <summary>A UDP port, or the UDP ports from one number to another.</summary>
    UdpPorts,

    /// <summary>The number behind a named port.</summary>
    NumberBehindName,

    /// <summary>A network.</summary>
    Network,

    /// <summary>Pods of namespaces by their names.</summary>
    NamedNamespaces,

    /// <summary>A selector of labels that must all be there.</summary>
    Labels,

    /// <summary>A label's key.</summary>
    Key,

    /// <summary>A selector: the key has one of the values.</summary>
    In,

    /// <summary>A selector: the key has none of the values.</summary>
    NotIn,

    /// <summary>A selector: the key is there.</summary>
    Exists,

    /// <summary>A selector: the key is missing.</summary>
    DoesNotExist,

    /// <summary>A selector of everything that the receiver and the arguments ask.</summary>
    And,
}
