// What a company adds to every policy, as extension methods of its own.
namespace Company.Policies;

public static class Conventions
{
    public static Policy WithCompanyDefaults(this Policy policy) => policy.WithTelemetry().AllowClusterDns().AllowApiServer();

    public static Policy WithTelemetry(this Policy policy) => policy
        .AllowEgress(Port.OtlpGrpc, Port.OtlpHttp).To(Namespace("telemetry").Pods(("app", "collector")))
        .AllowIngress(Port.Metrics).From(Namespace("monitoring"));

    public static Policy OwnedBy(this Policy policy, string team) => policy.WithLabels(("company.example/team", team)).WithAnnotations(("company.example/contact", $"{team}@company.example"));

    public static IngressClause AllowHttp(this Policy policy) => policy.AllowIngress(Port.Tcp(8080), Port.Tcp(8443));
}

public static class Shop
{
    public static PolicySet Policies => PolicySet.Of(
        Policy.ForPods(("app", "web")).OwnedBy("shop").AllowHttp().From(Namespace("gateway")).WithCompanyDefaults(),
        Policy.ForPods(("app", "cart")).OwnedBy("shop").AllowHttp().From(Pods(("app", "web"))).WithCompanyDefaults());

    public static EmitResult Emit(Engine engine) => Policies.InNamespace("shop").WithDefaultDeny(Directions.Ingress).Emit(engine);
}
