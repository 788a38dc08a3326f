using PolicyKit;
using static PolicyKit.Dsl;

namespace Jaas;

/// <summary>Every switch of JaaS that opens or closes a port. The defaults are those of its documentation.</summary>
public sealed record JaasOptions
{
    /// <summary>The controllers of Flux and stages that fetch artifacts.</summary>
    public static IReadOnlyList<Peer> FluxConsumers { get; } =
        [Namespace("flux-system").Pods(Key("app").In("kustomize-controller", "helm-controller")), Namespace("stageset-system").Pods(("app.kubernetes.io/name", "stageset-controller"))];

    /// <summary>Who renders over http. Say <c>[Anywhere]</c> for everyone.</summary>
    public IReadOnlyList<Peer> HttpFrom { get; init; } = [Namespace("ingress-nginx")];

    /// <summary>What the operator mode switches on; null for the renderer alone.</summary>
    public JaasOperator? Operator { get; init; } = new();

    /// <summary>Further rules of your own, on every engine alike.</summary>
    public IReadOnlyList<JaasIngress> AdditionalIngress { get; init; } = [];

    /// <summary>What JaaS may reach; null leaves egress as it is.</summary>
    public JaasEgress? Egress { get; init; }

    /// <summary>Whether the whole namespace is denied what nothing allows. Only for a namespace that JaaS has to itself.</summary>
    public bool DefaultDeny { get; init; }

    /// <summary>The rank of the default deny against other teams' policies, where the engine has a place for it (Calico).</summary>
    public int? DefaultDenyOrder { get; init; }

    /// <summary>Whether to open source-controller in flux-system for JaaS, where Flux's own policies keep it closed.</summary>
    public bool FluxCounterpart { get; init; }

    /// <summary>Rules in an engine's own words. They can only add: what tightens is a peer above.</summary>
    public IReadOnlyList<JaasNative> Native { get; init; } = [];
}

/// <summary>The operator mode: the storage server always, the others by their switches.</summary>
public sealed record JaasOperator
{
    /// <summary>Who fetches artifacts, besides JaaS itself.</summary>
    public IReadOnlyList<Peer> StorageFrom { get; init; } = JaasOptions.FluxConsumers;

    /// <summary>Who calls the admission webhook; null when it is switched off.</summary>
    public IReadOnlyList<Peer>? WebhookFrom { get; init; }

    /// <summary>Who scrapes metrics; null when they are switched off.</summary>
    public IReadOnlyList<Peer>? MetricsFrom { get; init; } = [Namespace("monitoring")];

    /// <summary>Who talks to the MCP endpoint; null when it is switched off.</summary>
    public IReadOnlyList<Peer>? McpFrom { get; init; }
}

/// <summary>What JaaS may reach, complete: DNS always, in operator mode also the API server, source-controller and its own storage.</summary>
public sealed record JaasEgress
{
    /// <summary>The S3 store (storage.backend=s3), in the cluster by its label or outside by its network; null when there is none.</summary>
    public JaasTarget? ObjectStore { get; init; }

    /// <summary>The OTLP collector; null when tracing is off.</summary>
    public JaasTarget? Collector { get; init; }
}

/// <summary>A further rule for ingress.</summary>
public sealed record JaasIngress(Port Port, Peer From, string Because);

/// <summary>Something JaaS connects to.</summary>
public sealed record JaasTarget(Port Port, EgressPeer Peer);

/// <summary>Rules in an engine's own words.</summary>
public sealed record JaasNative(Engine Engine, string? Ingress = null, string? Egress = null);
