using PolicyKit;
using static PolicyKit.Dsl;

namespace Jaas;

/// <summary>The switches of the documentation, one bit each.</summary>
[Flags]
public enum JaasModes
{
    /// <summary>The renderer alone.</summary>
    None = 0,

    /// <summary>Operator mode, with its storage server.</summary>
    Operator = 1,

    /// <summary>The admission webhook (operator).</summary>
    Webhook = 2,

    /// <summary>Metrics (operator).</summary>
    Metrics = 4,

    /// <summary>The MCP endpoint (operator).</summary>
    Mcp = 8,

    /// <summary>Egress is denied but for what is listed.</summary>
    Egress = 16,

    /// <summary>An S3 store in the cluster.</summary>
    ObjectStore = 32,

    /// <summary>Traces over OTLP.</summary>
    Tracing = 64,

    /// <summary>The namespace is denied what nothing allows.</summary>
    DefaultDeny = 128,

    /// <summary>Flux's policies are installed, and source-controller is opened for JaaS.</summary>
    FluxCounterpart = 256,
}

/// <summary>The policies over all switches, for tests and for the documentation.</summary>
public static class JaasBundle
{
    /// <summary>The policies in each combination of switches.</summary>
    public static Bundle<JaasModes> All { get; } = Bundle.Over<JaasModes>(modes => JaasPolicies.For(Options(modes)));

    /// <summary>The options that a combination stands for, with the peers of the documentation.</summary>
    public static JaasOptions Options(JaasModes modes) => new()
    {
        Operator = !modes.HasFlag(JaasModes.Operator) ? null : new()
        {
            WebhookFrom = modes.HasFlag(JaasModes.Webhook) ? [ApiServer] : null,
            MetricsFrom = modes.HasFlag(JaasModes.Metrics) ? [Namespace("monitoring")] : null,
            McpFrom = modes.HasFlag(JaasModes.Mcp) ? [Namespace("agents")] : null,
        },
        Egress = !modes.HasFlag(JaasModes.Egress) ? null : new()
        {
            ObjectStore = modes.HasFlag(JaasModes.ObjectStore) ? new(Port.Tcp(9000), Namespace("minio").Pods(("app", "minio"))) : null,
            Collector = modes.HasFlag(JaasModes.Tracing) ? new(Port.OtlpGrpc, Namespace("observability").Pods(("app", "otel-collector"))) : null,
        },
        DefaultDeny = modes.HasFlag(JaasModes.DefaultDeny),
        FluxCounterpart = modes.HasFlag(JaasModes.FluxCounterpart),
    };
}
