// incomplete: somebody is in the middle of a chain.
internal static class Draft
{
    public static PolicySet Policies(string[] names) =>
    [
        Policy.ForPods(("app", "web")).AllowIngress(Port.).From(Namespace("gateway"),
        Policy.ForPods(("app", )).Named(
        Policy.ForPods().AllowEgress(Port.Tcp()).To(Cidr("10.0.0.0/8").Except()),
        .. names.Select(name => Policy.ForPods((name,
    ];

    public static void Emit() => Policies([]).Emit(
}
