using PolicyKit;
using static PolicyKit.Dsl;

namespace StageSet;

/// <summary>Every switch of the controller that opens or closes a port. The defaults are those of its documentation.</summary>
public sealed record StageSetOptions
{
    /// <summary>Who scrapes metrics. There is always a rule, so that ingress is never denied by accident.</summary>
    public IReadOnlyList<Peer> MetricsFrom { get; init; } = [Namespace("monitoring")];

    /// <summary>Who calls the admission webhook; null when it is switched off.</summary>
    public IReadOnlyList<Peer>? WebhookFrom { get; init; } = [ApiServer];

    /// <summary>Who asks the gate; null when it is switched off.</summary>
    public IReadOnlyList<Peer>? GateFrom { get; init; } = [Namespace("flagger-system")];

    /// <summary>Who talks to the MCP endpoint; null when it is switched off.</summary>
    public IReadOnlyList<Peer>? McpFrom { get; init; }

    /// <summary>Further rules of your own, on every engine alike.</summary>
    public IReadOnlyList<StageSetIngress> AdditionalIngress { get; init; } = [];

    /// <summary>What the controller may reach; null leaves egress as it is.</summary>
    public StageSetEgress? Egress { get; init; }

    /// <summary>Whether the whole namespace is denied what nothing allows. Only for a namespace that the controller has to itself.</summary>
    public bool DefaultDeny { get; init; }

    /// <summary>The rank of the default deny against other teams' policies, where the engine has a place for it (Calico).</summary>
    public int? DefaultDenyOrder { get; init; }

    /// <summary>Rules in an engine's own words. They can only add: what tightens is a peer above.</summary>
    public IReadOnlyList<StageSetNative> Native { get; init; } = [];
}

/// <summary>What the controller may reach, complete: DNS, the API server and source-controller are always part of it.</summary>
public sealed record StageSetEgress
{
    /// <summary>Further producers of artifacts that StageSets refer to.</summary>
    public IReadOnlyList<StageSetTarget> Producers { get; init; } = [];

    /// <summary>API servers of other clusters (spec.kubeConfig).</summary>
    public IReadOnlyList<StageSetTarget> RemoteApiServers { get; init; } = [];

    /// <summary>The S3 store, in the cluster by its label or outside by its network; null when there is none.</summary>
    public StageSetTarget? ObjectStore { get; init; }

    /// <summary>The OTLP collector; null when tracing is off.</summary>
    public StageSetTarget? Collector { get; init; }

    /// <summary>Hosts that http actions and direct source URLs call.</summary>
    public IReadOnlyList<StageSetTarget> HttpTargets { get; init; } = [];
}

/// <summary>A further rule for ingress.</summary>
public sealed record StageSetIngress(Port Port, Peer From, string Because);

/// <summary>Something the controller connects to.</summary>
public sealed record StageSetTarget(Port Port, EgressPeer Peer, string Because = "a StageSet refers to it");

/// <summary>Rules in an engine's own words.</summary>
public sealed record StageSetNative(Engine Engine, string? Ingress = null, string? Egress = null);
