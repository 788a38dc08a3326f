namespace PolicyKit.Verification.Deciding;

/// <summary>Something that a specification leaves open and that engines answer differently: the only source of an undefined verdict.</summary>
public enum Question
{
    /// <summary>Does a network in a policy match pods that have an address in it?</summary>
    AddressSeesPods,

    /// <summary>Does a network in a policy match nodes that have an address in it?</summary>
    AddressSeesNodes,

    /// <summary>Is egress to a Service judged by the Service's own address and port, before translation?</summary>
    AddressBeforeTranslation,

    /// <summary>Do policies select host-network pods?</summary>
    HostNetworkAsSubject,

    /// <summary>Do pod selectors of peers match host-network pods?</summary>
    HostNetworkAsPeer,

    /// <summary>May a pod always reach its own node?</summary>
    OwnNodeEgress,

    /// <summary>Are policies applied to a pod that reaches itself through a Service?</summary>
    OwnService,

    /// <summary>Does a restriction deny ICMP and the other protocols that no rule can name?</summary>
    IcmpWhenRestricted,

    /// <summary>Does a named port without a peer match pods only?</summary>
    NamedPortWithoutPeer,

    /// <summary>Are rules of a direction that <c>policyTypes</c> does not name enforced?</summary>
    UndeclaredDirection,

    /// <summary>Does a NetworkPolicy of the other direction keep the Baseline tier from being asked?</summary>
    OtherDirection,

    /// <summary>Which of several objects of equal priority acts? Yes: the first by name. No: a Deny before an Accept before a Pass.</summary>
    EqualRank,

    /// <summary>Can a Baseline Accept still admit what a NetworkPolicy does not?</summary>
    AcceptAfterIsolation,

    /// <summary>Does the engine support SCTP? Without it the restriction stays and the rule matches nothing.</summary>
    SctpSupported,

    /// <summary>Does the engine support port ranges? Without them only the first port is open.</summary>
    EndPortSupported,

    /// <summary>Does the request satisfy the layer 7 rules of the port?</summary>
    Layer7,
}
