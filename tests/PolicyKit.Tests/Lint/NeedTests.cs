using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK1014: a need with a name is an error where egress is denied and nothing allows it.</summary>
public sealed class NeedTests
{
    private const string Unmet = "error: Policy 'shop/web' declares that it needs the object store on 443/TCP at Cidr(\"203.0.113.0/24\"), and nothing in its set allows it. Add AllowEgress(…).To(…) for it, or take the need back.";

    private static readonly NamedNeed Store = Need("object store", Port.Https, Cidr("203.0.113.0/24"));
    private static readonly Policy Needy = Quiet.Needs(Store);

    private static readonly LintRow[] Rows =
    [
        new("PK1014", "another network", [Needy.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"))], Unmet),
        new("PK1014", "another port", [Needy.AllowEgress(Port.Tcp(80)).To(Cidr("203.0.113.0/24"))], Unmet),
        new("PK1014", "a part of the network", [Needy.AllowEgress(Port.Https).To(Cidr("203.0.113.0/25"))], Unmet),
        new("PK1014", "all but a part", [Needy.AllowEgress(Port.Https).To(Cidr("203.0.113.0/24").Except("203.0.113.7/32"))], Unmet),
        new("PK1014", "nothing at all", [Needy.DenyEgressByDefault()], Unmet),
        new("PK1014", "denied by the set", PolicySet.Of(Needy.DenyIngressByDefault()).WithDefaultDeny(Directions.Egress), Unmet),
        new("PK1014", "for every policy of the set", PolicySet.Of(Quiet.DenyEgressByDefault()).Needs(Store), Unmet),
        new("PK1014", "allowed as it is written", [Needy.AllowEgress(Port.Https).To(Cidr("203.0.113.0/24"))], null),
        new("PK1014", "allowed by a wider network and range", [Needy.AllowEgress(Port.TcpRange(400, 500)).To(Cidr("203.0.0.0/16"))], null),
        new("PK1014", "allowed by another policy of the same pods", [Needy.DenyEgressByDefault(), Quiet.Named("out").AllowEgress(Port.Https).To(Cidr("203.0.113.0/24"))], null),
        new("PK1014", "allowed for every pod", [Needy.DenyEgressByDefault(), Policy.ForAllPods().InNamespace("shop").AllowEgress(Port.Any).ToAnywhere()], null),
        new("PK1014", "allowed for other pods", [Needy.DenyEgressByDefault(), Policy.ForPods(("app", "db")).InNamespace("shop").AllowEgress(Port.Https).ToAnywhere()], Unmet),
        new("PK1014", "egress is open", [Needy.DenyIngressByDefault()], null),
        new("PK1014", "text that no rule reads", [Needy.DenyEgressByDefault().Native(Engine.Calico, egress: "- {action: Allow}")], null),
        new("PK1014", "the own namespace by its name", [Quiet.Needs(Need("db", Port.Tcp(5432), Namespace("shop").Pods(("app", "db")))).AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db")))], null),
        new("PK1014", "its own pods", [Quiet.Needs(Need("peers", Port.Tcp(7000), Self)).AllowEgress(Port.Tcp(7000)).To(SameNamespace)], null),
        new("PK1014", "one of two places", [Quiet.Needs(Need("object store", Port.Https, Cidr("203.0.113.0/24"), Cidr("192.0.2.0/24"))).AllowEgress(Port.Https).To(Cidr("192.0.2.0/24"))], Unmet),
        new("PK1014", "without a need", [Quiet.DenyEgressByDefault()], null),
    ];

    [TestCaseSource(nameof(Data))]
    public void A_need_that_nothing_allows_is_found(object row) => ((LintRow)row).Check();

    [Test]
    public void A_need_beside_a_raw_manifest_may_be_met_there() =>
        PolicySet.Of(Needy.DenyEgressByDefault()).WithRaw(Engine.Kubernetes, "kind: X").Says("PK1014").ShouldBeEmpty();

    [Test]
    public void An_unmet_need_stops_the_emission() =>
        PolicySet.Of(Needy.DenyEgressByDefault()).Emit(Engine.Kubernetes).Succeeded.ShouldBeFalse();

    [Test]
    public void A_need_prints_as_one_line() => Store.ToString().ShouldBe("object store: 443/TCP to Cidr(\"203.0.113.0/24\")");

    [Test]
    public void A_need_without_a_name_is_refused() =>
        Should.Throw<FormatException>(() => Need(" ", Port.Https, Self)).Message.ShouldStartWith("The reason is empty.");

    private static IEnumerable<TestCaseData> Data() => LintRow.Data(Rows);
}
