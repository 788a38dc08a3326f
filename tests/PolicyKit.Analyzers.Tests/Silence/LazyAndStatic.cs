// Values that are made once: lazily, in a static constructor, in a field.
internal static class Shared
{
    private static readonly Lazy<PolicySet> Made = new(() => [Common, Policy.ForPods(("app", "late")).InNamespace("shop").AllowIngress(Port.Https).From(Self)]);

    private static readonly Policy Common;

    static Shared()
    {
        Common = Policy.ForAllPods().Named("common").InNamespace("shop").DenyEgressByDefault();
    }

    internal static EmitResult Emit() => Made.Value.Emit(Engine.Kubernetes);
}
