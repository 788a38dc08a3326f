// A rollout in waves, with what the company still keeps as YAML.
internal static class Rollout
{
    private static readonly string[] Waves = ["canary", "shop", "checkout"];

    public static IEnumerable<EmitResult> Emit(Engine engine, ClusterProfile profile, int enforced)
    {
        for (var wave = 0; wave < Waves.Length; wave++)
        {
            var set = Base(Waves[wave]).When(wave >= enforced, one => one.InMode(RolloutMode.DryRun));
            yield return set.Emit(engine, profile);
        }
    }

    private static PolicySet Base(string name) => PolicySet.Of(
            Policy.ForAllPods().Named("base").AllowClusterDns().AllowApiServer().AllowIngress(Port.Probe).FromKubelet(),
            Policy.ForPods(("app", name)).AllowIngress(Port.Https).From(Namespace("gateway")))
        .InNamespace(name)
        .WithDefaultDeny(name, Directions.Ingress)
        .WithRaw(Engine.Cilium, """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: { name: legacy, namespace: canary }
            spec:
              endpointSelector: {}
              ingress: [{ fromEntities: [cluster] }]
            """);
}
