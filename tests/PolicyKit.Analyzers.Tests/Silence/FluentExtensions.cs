// A company's own words, as extension methods in source.
internal static class CompanyWords
{
    internal static Policy WithTelemetry(this Policy policy) => policy.AllowEgress(Port.OtlpGrpc, Port.OtlpHttp).To(Namespace("telemetry").Pods(("app", "collector")));

    internal static Policy WithPlatform(this Policy policy) => policy.AllowClusterDns().AllowApiServer();

    internal static PolicySet WithNamespace(this PolicySet set, string name) => set.InNamespace(name).WithLabels(("team", name));
}

internal static class Billing
{
    internal static EmitResult Emit() => PolicySet.Of(Policy.ForPods(("app", "billing")).WithTelemetry().WithPlatform()).WithNamespace("billing").Emit(Engine.Cilium);
}
