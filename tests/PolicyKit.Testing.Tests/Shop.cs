using System.Runtime.CompilerServices;
using static PolicyKit.Dsl;

namespace PolicyKit.Testing.Tests;

/// <summary>The policies of the tests, in a file of their own so that the lines that messages name stay where they are.</summary>
internal static class Shop
{
    public static PolicySet Policies { get; } = PolicySet.Of(
        Policy.ForPods(("app", "web")).Named("web")
            .AllowIngress(Port.Tcp(8083)).From(Namespace("monitoring").Pods(("app", "prometheus")))
            .AllowIngress(Port.Https).From(Cidr("203.0.113.0/24"))
            .AllowClusterDns()
            .AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db"))))
        .InNamespace("shop");

    public static TestCluster Unpoliced { get; } = TestCluster.Empty
        .WithPod("shop/web-0", [("app", "web")], ("metrics", 8083))
        .WithPod("shop/db-0", ("app", "db"))
        .WithPod("monitoring/prometheus", ("app", "prometheus"))
        .WithPod("default/other", ("app", "other"));

    public static TestCluster Cluster { get; } = Unpoliced.Apply(Policies);

    /// <summary>What a failing assertion says, with the lines of this folder's files by their names alone: their folder is another on every machine.</summary>
    public static string MessageOf(Action assertion, [CallerFilePath] string file = "") =>
        Should.Throw<PolicyAssertionException>(assertion).Message.Replace(Path.GetDirectoryName(file) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
