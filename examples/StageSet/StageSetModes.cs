using PolicyKit;
using static PolicyKit.Dsl;

namespace StageSet;

/// <summary>The switches of the documentation, one bit each.</summary>
[Flags]
public enum StageSetModes
{
    /// <summary>Metrics and probes alone.</summary>
    None = 0,

    /// <summary>The admission webhook.</summary>
    Webhook = 1,

    /// <summary>Flagger's gate.</summary>
    Gate = 2,

    /// <summary>The MCP endpoint.</summary>
    Mcp = 4,

    /// <summary>Egress is denied but for what is listed.</summary>
    Egress = 8,

    /// <summary>Other clusters are deployed to.</summary>
    RemoteClusters = 16,

    /// <summary>An S3 store.</summary>
    ObjectStore = 32,

    /// <summary>Traces over OTLP.</summary>
    Tracing = 64,

    /// <summary>Http actions.</summary>
    HttpTargets = 128,

    /// <summary>The namespace is denied what nothing allows.</summary>
    DefaultDeny = 256,
}

/// <summary>The policies over all switches, for tests and for the documentation.</summary>
public static class StageSetBundle
{
    /// <summary>The policies in each combination of switches.</summary>
    public static Bundle<StageSetModes> All { get; } = Bundle.Over<StageSetModes>(modes => StageSetPolicies.For(Options(modes)));

    /// <summary>The options that a combination stands for, with the peers of the documentation.</summary>
    public static StageSetOptions Options(StageSetModes modes) => new()
    {
        WebhookFrom = modes.HasFlag(StageSetModes.Webhook) ? [ApiServer] : null,
        GateFrom = modes.HasFlag(StageSetModes.Gate) ? [Namespace("flagger-system")] : null,
        McpFrom = modes.HasFlag(StageSetModes.Mcp) ? [Namespace("agents")] : null,
        Egress = modes.HasFlag(StageSetModes.Egress) ? Egress(modes) : null,
        DefaultDeny = modes.HasFlag(StageSetModes.DefaultDeny),
    };

    private static StageSetEgress Egress(StageSetModes modes) => new()
    {
        Producers = [new(Port.Tcp(8082), Namespace("jaas-system").Pods(("app.kubernetes.io/name", "jaas")), "artifacts that JaaS renders")],
        RemoteApiServers = modes.HasFlag(StageSetModes.RemoteClusters) ? [new(Port.Tcp(6443), Cidr("192.0.2.10/32"))] : [],
        ObjectStore = modes.HasFlag(StageSetModes.ObjectStore) ? new(Port.Https, Cidr("198.51.100.0/24")) : null,
        Collector = modes.HasFlag(StageSetModes.Tracing) ? new(Port.OtlpGrpc, Cidr("203.0.113.10/32")) : null,
        HttpTargets = modes.HasFlag(StageSetModes.HttpTargets) ? [new(Port.Https, Cidr("203.0.113.64/26"), "an http action calls it")] : [],
    };
}
