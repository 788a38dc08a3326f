// Two overlays of one application repeat its names on purpose: they never meet in one set.
internal static class Overlays
{
    internal static PolicySet Staging => [Web().AllowIngress(Port.Https).From(Namespace("testers"))];

    internal static PolicySet Production => [Web().AllowIngress(Port.Https).From(Namespace("edge"))];

    private static Policy Web() => Policy.ForPods(("app", "web")).Named("web").InNamespace("shop").DenyEgressByDefault();
}
