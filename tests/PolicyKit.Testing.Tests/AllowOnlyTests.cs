using static PolicyKit.Testing.Tests.Shop;

namespace PolicyKit.Testing.Tests;

/// <summary>Everything that may connect to a pod, and everything it may connect to.</summary>
internal sealed class AllowOnlyTests
{
    [Test]
    public void What_is_listed_in_full_says_nothing()
    {
        Cluster.To("shop/web-0").ShouldAllowOnly(("monitoring/prometheus", Port.Metrics), ("cidr:203.0.113.0/24", Port.Https));
        Cluster.From("shop/web-0").ShouldAllowOnly(("shop/db-0", Port.Tcp(5432)));
    }

    [Test]
    public void A_connection_that_nobody_listed_is_named_with_its_reason() => MessageOf(() => Cluster.To("shop/web-0").ShouldAllowOnly(("monitoring/prometheus", Port.Metrics))).ShouldBe(
        """
        ip:203.0.113.0 → shop/web-0 on 443/TCP
            should be
        denied, for only monitoring/prometheus on metrics/TCP is to reach shop/web-0
            but was
        allowed
            why
        203.0.113.0 is no pod, and policies restrict only pods.
        Policy web (Shop.cs(12)) allows it.
            mend
        If it should be denied: narrow the rule at policy web (Shop.cs(12)).
        """);

    [Test]
    public void A_connection_that_is_listed_and_denied_is_named() =>
        MessageOf(() => Cluster.From("shop/web-0").ShouldAllowOnly(("shop/db-0", Port.Tcp(5432)), ("monitoring/prometheus", Port.Https))).ShouldStartWith("shop/web-0 → monitoring/prometheus on 443/TCP\n    should be\nallowed\n");

    [Test]
    public void An_address_is_not_its_whole_network() =>
        MessageOf(() => Cluster.To("shop/web-0").ShouldAllowOnly(("monitoring/prometheus", Port.Metrics), ("ip:203.0.113.9", Port.Https))).ShouldStartWith("ip:203.0.113.0 → shop/web-0 on 443/TCP\n");

    [Test]
    public void Nothing_is_allowed_where_nothing_is()
    {
        var closed = Unpoliced.Apply(PolicySet.Of(Policy.ForAllPods().Named("closed").InNamespace("shop").DenyIngressByDefault()));
        closed.To("shop/web-0").ShouldAllowNothing();
        MessageOf(() => Unpoliced.To("shop/web-0").ShouldAllowNothing()).ShouldContain("denied, for nothing is to reach shop/web-0");
    }
}
