using FsCheck;
using FsCheck.Fluent;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Generators;

/// <summary>The few names, labels and networks that random policies are made of: so few that selectors, peers and networks overlap all the time.</summary>
/// <remarks>These files use the public vocabulary only; other test projects compile them too.</remarks>
public static class World
{
    /// <summary>The namespaces that policies live in and name.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = ["shop", "edge", "monitoring"];

    /// <summary>The names of ports that random rules use. The second one is also declared for UDP.</summary>
    public static IReadOnlyList<string> PortNames { get; } = ["metrics", "dns", "webhook"];

    /// <summary>Labels of pods, one pair at a time.</summary>
    public static Gen<(string Key, string Value)> PodLabels { get; } = Pairs(("app", "web"), ("app", "api"), ("app", "db"), ("tier", "front"), ("tier", "back"), ("track", ""));

    /// <summary>Labels of namespaces, one pair at a time.</summary>
    public static Gen<(string Key, string Value)> NamespaceLabels { get; } = Pairs(("team", "a"), ("team", "b"), ("kubernetes.io/metadata.name", "edge"));

    /// <summary>Selectors of pods: every operator, one to three requirements, among them some that nothing can meet.</summary>
    public static Gen<LabelSelector> PodSelectors { get; } = Selectors(PodLabels);

    /// <summary>Selectors of namespaces.</summary>
    public static Gen<LabelSelector> NamespaceSelectors { get; } = Selectors(NamespaceLabels);

    /// <summary>Networks with and without holes, private and public, of both families, and everything.</summary>
    public static Gen<NetworkPeer> Networks { get; } = Gen.Elements(
        Cidr("0.0.0.0/0"),
        Cidr("::/0"),
        Cidr("0.0.0.0/0").Except("10.0.0.0/8", "169.254.169.254/32"),
        Cidr("10.0.0.0/8"),
        Cidr("10.0.0.0/8").Except("10.1.0.0/16"),
        Cidr("10.0.0.1/32"),
        Cidr("10.1.2.0/24"),
        Cidr("203.0.113.0/24"),
        Cidr("203.0.113.0/24").Except("203.0.113.0/26", "203.0.113.128/25"),
        Cidr("2001:db8::/32"),
        Cidr("2001:db8::/32").Except("2001:db8:1::/48"));

    private static Gen<LabelSelector> Selectors(Gen<(string Key, string Value)> labels)
    {
        var one = labels.Zip(labels).SelectMany(drawn => Gen.Elements(
            LabelSelector.Of(drawn.Item1),
            LabelSelector.Of(drawn.Item1),
            Key(drawn.Item1.Key).In(drawn.Item1.Value, drawn.Item2.Value),
            Key(drawn.Item1.Key).NotIn(drawn.Item1.Value),
            Key(drawn.Item1.Key).Exists(),
            Key(drawn.Item1.Key).DoesNotExist()));
        return Gen.Choose(1, 3).SelectMany(count => one.ArrayOf(count)).Select(all => all.Aggregate((left, right) => left.And(right)));
    }

    private static Gen<(string Key, string Value)> Pairs(params (string Key, string Value)[] pairs) => Gen.Elements(pairs);
}
