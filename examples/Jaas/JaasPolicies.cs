using PolicyKit;
using static PolicyKit.Dsl;

namespace Jaas;

/// <summary>The network policies of JaaS, on every engine: as a renderer, or as an operator with storage.</summary>
public static class JaasPolicies
{
    /// <summary>The server.</summary>
    public static Workload Server { get; } = Workload
        .Of("jaas", "jaas-system",
            ("app.kubernetes.io/name", "jaas"), ("app.kubernetes.io/component", "jaas"), ("app.kubernetes.io/instance", "jaas"), ("app.kubernetes.io/part-of", "jaas"))
        .WithPorts(
            Port.Named("http").At(8080), Port.Named("management").At(8081), Port.Named("storage").At(8082),
            Port.Metrics.At(8083), Port.Named("mcp").At(8084), Port.Webhook.At(9443));

    /// <summary>The Job that cleans up before an uninstall. It is not the server, and a default deny must not hold it back.</summary>
    public static Workload Cleanup { get; } = Workload.Of(
        "jaas-cleanup", "jaas-system", ("app.kubernetes.io/name", "jaas"), ("app.kubernetes.io/component", "cleanup"), ("app.kubernetes.io/instance", "jaas"));

    /// <summary>Flux's source-controller, on the port of its pods: the Service's port 80 is translated before a policy sees it.</summary>
    public static Workload SourceController { get; } = Workload.Of("source-controller", "flux-system", ("app", "source-controller")).WithPorts(Port.Metrics.At(8080), Port.Named("http").At(9090));

    /// <summary>The policies for given options.</summary>
    public static PolicySet For(JaasOptions options)
    {
        var server = Policy.For(Server)
            .DenyIngressByDefault()
            .AllowIngress(Server["http"]).Because("callers render snippets").From(options.HttpFrom)
            .AllowIngress(Server["management"]).Because("startup, readiness and liveness probes").FromKubelet()
            .When(options.Operator is not null, p => AsOperator(p, options.Operator!))
            .ForEach(options.AdditionalIngress, (p, extra) => p.AllowIngress(extra.Port).Because(extra.Because).From(extra.From))
            .ForEach(options.Native, (p, native) => p.Native(native.Engine, native.Ingress, native.Egress));

        PolicySet jaas =
        [
            options.Egress is null ? server : options.Operator is null ? RendererEgress(server) : OperatorEgress(server, options.Egress),
            .. options is { Operator: not null, Egress: not null } ? [CleanupJob] : Array.Empty<Policy>(),
        ];
        PolicySet denied = options.DefaultDeny
            ? [Namespace(Server.Namespace).Owned(), .. jaas.WithDefaultDeny(options.Egress is null ? Directions.Ingress : Directions.Both, options.DefaultDenyOrder)]
            : jaas;
        return options.FluxCounterpart ? [.. denied, FluxCounterpart] : denied;
    }

    private static Policy AsOperator(Policy server, JaasOperator mode) => server
        .AllowIngress(Server["storage"]).Because("controllers fetch artifacts, and so does JaaS itself for chained snippets").From([Self, .. mode.StorageFrom])
        .When(mode.WebhookFrom is not null, p => p.AllowIngress(Server["webhook"]).Because("admission; TLS and the caBundle authenticate it").From(mode.WebhookFrom!))
        .When(mode.MetricsFrom is not null, p => p.AllowIngress(Server["metrics"]).Because("Prometheus scrapes the operator").From(mode.MetricsFrom!))
        .When(mode.McpFrom is not null, p => p.AllowIngress(Server["mcp"]).Because("agents ask for snippets").From(mode.McpFrom!));

    private static Policy RendererEgress(Policy server) => server.NeedsNoApiServer("the renderer reads no custom resources").AllowClusterDns();

    private static Policy OperatorEgress(Policy server, JaasEgress egress) => server
        .Needs(ApiServer, ClusterDns, Need("source artifacts", SourceController["http"], SourceController.Pods), Need("own storage", Server["storage"], Self))
        .AllowClusterDns()
        .AllowEgress(Port.ApiServer).Because("token requests, custom resources, ExternalArtifacts, leader election, the caBundle of the webhook").To(ApiServer)
        .AllowEgress(SourceController["http"]).Because("artifacts of Flux sources").To(SourceController.Pods)
        .AllowEgress(Server["storage"]).Because("chained snippets are fetched from its own storage").To(Self)
        .When(egress.ObjectStore is not null, p => p.AllowEgress(egress.ObjectStore!.Port).Because("artifacts are kept in S3").To(egress.ObjectStore.Peer))
        .When(egress.Collector is not null, p => p.AllowEgress(egress.Collector!.Port).Because("traces over OTLP").To(egress.Collector.Peer));

    private static Policy CleanupJob => Policy.For(Cleanup)
        .Needs(ApiServer, ClusterDns)
        .DenyIngressByDefault()
        .AllowClusterDns()
        .AllowEgress(Port.ApiServer).Because("removes the custom resources before the operator goes").To(ApiServer);

    // Flux's own policies let nobody but Flux reach source-controller. A rule beside them is enough; without them the rule alone would isolate the
    // pod, so what Flux allows itself is said again: right in both cases.
    private static Policy FluxCounterpart => Policy.For(SourceController)
        .Named("jaas-to-source-controller")
        .AllowIngress(SourceController["http"]).Because("JaaS fetches artifacts of Flux sources").From(Server.Pods)
        .AllowIngress(Port.Any).Because("Flux's controllers talk to each other").From(SameNamespace)
        .AllowIngress(SourceController["metrics"]).Because("Flux lets every namespace scrape").From(AnyNamespace);
}
