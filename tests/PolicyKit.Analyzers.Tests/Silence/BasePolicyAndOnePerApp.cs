// A base policy for every pod opens what all need; each application says only what is its own.
internal static class Shop
{
    private static Policy Base => Policy.ForAllPods().Named("base").InNamespace("shop").AllowClusterDns().AllowApiServer();

    internal static EmitResult Emit() => PolicySet.Of(
        Base,
        App("cart", 5432),
        App("search", 9200)).Emit(Engine.Cilium);

    private static Policy App(string name, int port) => Policy.ForPods(("app", name)).InNamespace("shop").AllowEgress(Port.Tcp(port)).To(Namespace("data"));
}
