using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK2001 to PK2006: what is opened without noticing, and which finding wins at one spot.</summary>
public sealed class ExposureRulesTests
{
    private static readonly LintRow[] Rows =
    [
        new("PK2001", "all of IPv4", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0"))], "warning: Policy 'shop/web' allows ingress from Cidr(\"0.0.0.0/0\"), which is the whole internet. Write Internet or FromAnywhere() if that is meant; otherwise name the networks."),
        new("PK2001", "all of IPv6", [Quiet.AllowEgress(Port.Https).To(Cidr("::/0"))], "warning: Policy 'shop/web' allows egress to Cidr(\"::/0\"), which is the whole internet. Write Internet or ToAnywhere() if that is meant; otherwise name the networks."),
        new("PK2001", "two halves", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/1"), Cidr("128.0.0.0/1"))], "warning: Policy 'shop/web' allows ingress from Cidr(\"0.0.0.0/1\") and Cidr(\"128.0.0.0/1\"), which is the whole internet. Write Internet or FromAnywhere() if that is meant; otherwise name the networks."),
        new("PK2001", "without private networks", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("10.0.0.0/8"))], "warning: Policy 'shop/web' allows ingress from Cidr(\"0.0.0.0/0\").Except(\"10.0.0.0/8\"), which is the whole internet. Write Internet or FromAnywhere() if that is meant; otherwise name the networks."),
        new("PK2001", "said aloud", [Web.AllowIngress(Port.Https).FromAnywhere()], "info: Policy 'shop/web' allows ingress from anywhere."),
        new("PK2001", "said aloud of public addresses", [Quiet.AllowEgress(Port.Https).To(Internet)], "info: Policy 'shop/web' allows egress to the whole internet."),
        new("PK2001", "without one public network", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("203.0.113.0/24"))], null),
        new("PK2001", "half", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/1"))], null),

        new("PK2002", "a network that holds it", [Quiet.AllowEgress(Port.Tcp(80)).To(Cidr("169.254.0.0/16"))], "warning: Policy 'shop/web' allows egress to Cidr(\"169.254.0.0/16\"), which holds the cloud's metadata address 169.254.169.254. Add .Except(\"169.254.169.254/32\")."),
        new("PK2002", "anywhere", [Quiet.AllowEgress(Port.Tcp(80)).ToAnywhere()], "warning: Policy 'shop/web' allows egress to Anywhere, which holds the cloud's metadata address 169.254.169.254. Write Internet if public addresses are meant."),
        new("PK2002", "everything outside", [Quiet.AllowEgress(Port.Tcp(80)).To(OutsideCluster)], "warning: Policy 'shop/web' allows egress to OutsideCluster, which holds the cloud's metadata address 169.254.169.254. Write Internet if public addresses are meant."),
        new("PK2002", "left out", [Quiet.AllowEgress(Port.Tcp(80)).To(Cidr("169.254.0.0/16").Except("169.254.169.254/32"))], null),
        new("PK2002", "on purpose", [Quiet.AllowEgress(Port.Tcp(80)).To(Cidr("169.254.169.254/32"))], null),
        new("PK2002", "the internet", [Quiet.AllowEgress(Port.Tcp(80)).To(Internet)], null),
        new("PK2002", "ingress", [Web.AllowIngress(Port.Tcp(80)).From(Cidr("169.254.0.0/16"))], null),

        new("PK2003", "every port", [Web.AllowIngress(Port.Any).From(Namespace("a"), Self)], "info: Policy 'shop/web' allows ingress on every port from Namespace(\"a\") and Self. Name the ports that are needed."),
        new("PK2003", "every TCP port", [Web.AllowIngress(Port.AnyTcp).From(Namespace("a"))], null),

        new("PK2004", "every pod", [Quiet.AllowEgress(Port.Https).To(AnyNamespace)], "info: Policy 'shop/web' allows egress to every pod of the cluster. Narrow it with AnyNamespace.Pods(…), or name the namespaces."),
        new("PK2004", "some pods", [Quiet.AllowEgress(Port.Https).To(AnyNamespace.Pods(("app", "a")))], null),

        new("PK2005", "a database", [Web.AllowIngress(Port.Tcp(5432)).FromAnywhere()], "warning: Policy 'shop/web' opens port 5432 (PostgreSQL) to anywhere. Name the peers that need it."),
        new("PK2005", "in a range, for public addresses", [Web.AllowIngress(Port.TcpRange(20, 30)).From(Internet)], "warning: Policy 'shop/web' opens port 22 (SSH) to anywhere. Name the peers that need it."),
        new("PK2005", "for the internet as networks", [Web.AllowIngress(Port.Tcp(6379)).From(Cidr("0.0.0.0/0"))], "warning: Policy 'shop/web' opens port 6379 (Redis) to anywhere. Name the peers that need it."),
        new("PK2005", "for a namespace", [Web.AllowIngress(Port.Tcp(5432)).From(Namespace("a"))], null),
        new("PK2005", "another protocol", [Web.AllowIngress(Port.Udp(5432)).FromAnywhere()], null),
        new("PK2005", "an ordinary port", [Web.AllowIngress(Port.Tcp(8080)).FromAnywhere()], null),
        new("PK2005", "egress", [Quiet.AllowEgress(Port.Tcp(5432)).ToAnywhere()], null),

        new("PK2006", "nearly all of IPv4", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("203.0.113.0/24"))], "info: Policy 'shop/web' names IPv4 networks that are nearly everywhere, and nothing of IPv6. Add Cidr(\"::/0\") if the cluster has both families."),
        new("PK2006", "nearly all of IPv6", [Web.AllowIngress(Port.Https).From(Cidr("::/0").Except("2600::/16"))], "info: Policy 'shop/web' names IPv6 networks that are nearly everywhere, and nothing of IPv4. Add Cidr(\"0.0.0.0/0\") if the cluster has both families."),
        new("PK2006", "both", [Web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("203.0.113.0/24"), Cidr("::/0").Except("2600::/16"))], null),
        new("PK2006", "narrow networks", [Web.AllowIngress(Port.Https).From(Cidr("10.0.0.0/8"))], null),
    ];

    private static readonly (string Case, Policy Policy, string[] Ids)[] Spots =
    [
        ("the weightiest wins", Quiet.AllowEgress(Port.Https).ToAnywhere(), ["PK2002"]),
        ("of equals the first in the chain", Quiet.AllowEgress(Port.Https).To(Cidr("0.0.0.0/0")), ["PK2001"]),
        ("a sensitive port before everything", Web.AllowIngress(Port.Tcp(22)).From(Cidr("0.0.0.0/0")), ["PK2005"]),
        ("every port before every pod", Web.AllowIngress(Port.Any).From(AnyNamespace), ["PK2003"]),
        ("two chains at one spot", Web.AllowIngress(Port.Any).FromAnywhere(), ["PK2003", "PK2005"]),
    ];

    [TestCaseSource(nameof(Data))]
    public void What_is_opened_is_found_and_what_is_not_is_left_alone(object row) => ((LintRow)row).Check();

    [TestCaseSource(nameof(SpotData))]
    public void One_finding_of_a_chain_stands_at_a_spot(Policy policy, string[] ids) => policy.Ids().ShouldBe(ids);

    private static IEnumerable<TestCaseData> Data() => LintRow.Data(Rows);

    private static IEnumerable<TestCaseData> SpotData() => Spots.Select(one => new TestCaseData(one.Policy, one.Ids).SetArgDisplayNames(one.Case));
}
