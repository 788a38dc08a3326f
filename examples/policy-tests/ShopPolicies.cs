using PolicyKit;
using static PolicyKit.Dsl;

namespace PolicyTests;

/// <summary>The policies under test: in a real project they stand beside the program that emits them.</summary>
internal static class ShopPolicies
{
    public static PolicySet All { get; } = PolicySet.Of(
            Policy.ForPods(("app", "web")).NeedsNoApiServer("an ordinary web service")
                .AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))
                .AllowClusterDns()
                .AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db"))),
            Policy.ForPods(("app", "db")).AllowIngress(Port.Tcp(5432)).From(Pods(("app", "web"))))
        .InNamespace("shop")
        .WithDefaultDeny(Directions.Ingress);
}
