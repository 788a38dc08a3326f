using PolicyKit;
using static PolicyKit.Dsl;

namespace StageSet;

/// <summary>The network policies of stageset-controller, on every engine: who calls it, whom it calls, and nothing else.</summary>
public static class StageSetPolicies
{
    /// <summary>The controller. The pods of its uninstall hook carry the same labels, so what follows is for them too.</summary>
    public static Workload Controller { get; } = Workload
        .Of("stageset-controller", "stageset-system",
            ("app.kubernetes.io/name", "stageset-controller"),
            ("app.kubernetes.io/component", "controller"),
            ("app.kubernetes.io/instance", "stageset-controller"),
            ("app.kubernetes.io/part-of", "stageset-controller"))
        .WithPorts(
            Port.Metrics.At(8080), Port.Named("health").At(8081), Port.Named("gate").At(8082), Port.Named("mcp").At(8084), Port.Webhook.At(9443));

    /// <summary>Flux's source-controller, on the port of its pods: the Service's port 80 is translated before a policy sees it.</summary>
    public static Workload SourceController { get; } = Workload.Of("source-controller", "flux-system", ("app", "source-controller")).WithPorts(Port.Named("http").At(9090));

    /// <summary>The policies for given options.</summary>
    public static PolicySet For(StageSetOptions options)
    {
        var controller = Policy.For(Controller)
            .Needs(ApiServer, ClusterDns)
            .DenyIngressByDefault()
            .AllowIngress(Controller["metrics"]).Because("Prometheus scrapes the controller").From(options.MetricsFrom)
            .AllowIngress(Controller["health"]).Because("liveness and readiness probes").FromKubelet()
            .When(options.WebhookFrom is not null, p => p.AllowIngress(Controller["webhook"]).Because("validation of StageSets; TLS and the caBundle authenticate it").From(options.WebhookFrom!))
            .When(options.GateFrom is not null, p => p.AllowIngress(Controller["gate"]).Because("Flagger asks whether a rollout may go on").From(options.GateFrom!))
            .When(options.McpFrom is not null, p => p.AllowIngress(Controller["mcp"]).Because("agents ask for the state of stages").From(options.McpFrom!))
            .ForEach(options.AdditionalIngress, (p, extra) => p.AllowIngress(extra.Port).Because(extra.Because).From(extra.From))
            .ForEach(options.Native, (p, native) => p.Native(native.Engine, native.Ingress, native.Egress));

        PolicySet set = [options.Egress is { } egress ? WithEgress(controller, egress) : controller];
        return options.DefaultDeny
            ? [Namespace(Controller.Namespace).Owned(), .. set.WithDefaultDeny(options.Egress is null ? Directions.Ingress : Directions.Both, options.DefaultDenyOrder)]
            : set;
    }

    private static Policy WithEgress(Policy controller, StageSetEgress egress) => controller
        .Needs(Need("source artifacts", SourceController["http"], SourceController.Pods))
        .AllowClusterDns()
        .AllowApiServer()
        .AllowEgress(SourceController["http"]).Because("artifacts of Flux sources").To(SourceController.Pods)
        .ForEach(egress.Producers, (p, producer) => p.AllowEgress(producer.Port).Because(producer.Because).To(producer.Peer))
        .ForEach(egress.RemoteApiServers, (p, remote) => p.AllowEgress(remote.Port).Because("StageSets with spec.kubeConfig are applied there").To(remote.Peer))
        .When(egress.ObjectStore is not null, p => p.AllowEgress(egress.ObjectStore!.Port).Because("bundles are kept in S3").To(egress.ObjectStore.Peer))
        .When(egress.Collector is not null, p => p.AllowEgress(egress.Collector!.Port).Because("traces over OTLP").To(egress.Collector.Peer))
        .ForEach(egress.HttpTargets, (p, target) => p.AllowEgress(target.Port).Because(target.Because).To(target.Peer));
}
