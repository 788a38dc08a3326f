using PolicyKit.Tests.Emitting;
using PolicyKit.Tests.Lint;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Words;

/// <summary>A connection is written once and allowed at both ends, and only where that isolates nobody by surprise.</summary>
public sealed class ConnectionTests
{
    private static readonly Workload Web = Workload.Of("web", "shop", ("app", "web"));
    private static readonly Workload Db = Workload.Of("db", "data", ("app", "db"));
    private static readonly PolicySet WebToDb = Connection.Between(Web, Db, Port.Tcp(5432), because: "orders");

    private static readonly Policy WebEgress = Policy.For(Web).AllowClusterDns().AllowApiServer();
    private static readonly Policy DbIngress = Policy.For(Db).DenyIngressByDefault();

    [Test]
    public void It_is_egress_of_the_source_and_ingress_of_the_destination() => WebToDb.ShouldBe(
    [
        Policy.ForPods(("app", "web")).Named("web-to-db").InNamespace("shop").AllowEgress(Port.Tcp(5432)).Because("orders").To(Namespace("data").Pods(("app", "db"))),
        Policy.ForPods(("app", "db")).Named("db-from-web").InNamespace("data").AllowIngress(Port.Tcp(5432)).Because("orders").From(Namespace("shop").Pods(("app", "web"))),
    ]);

    [Test]
    public void Several_ports_are_one_connection() =>
        Connection.Between(Web, Db, [Port.Tcp(1), Port.Tcp(2)]).Policies.ShouldAllBe(policy => policy.Ingress == null ? policy.Egress![0].Ports.Count == 2 : policy.Ingress[0].Ports.Count == 2);

    [Test]
    public void No_ports_are_an_error_at_both_ends() =>
        Linted.Says([WebEgress, DbIngress, .. Connection.Between(Web, Db, [])], "PK0010").Count.ShouldBe(2);

    [Test]
    public void Both_ends_are_refused_where_nothing_else_governs_them() => WebToDb.Says("PK1013").ShouldBe(
        [
            "error: Policy 'shop/web-to-db' is an end of a connection, and nothing else in its set governs egress there: the connection alone would isolate these pods. Govern egress of these pods in a policy of their own, or say Namespace(\"shop\").Owned().",
            "error: Policy 'data/db-from-web' is an end of a connection, and nothing else in its set governs ingress there: the connection alone would isolate these pods. Govern ingress of these pods in a policy of their own, or say Namespace(\"data\").Owned().",
        ],
        ignoreOrder: true);

    [Test]
    public void The_other_direction_of_the_destination_does_not_count() =>
        Linted.Says([WebEgress, Policy.For(Db).DenyEgressByDefault(), .. WebToDb], "PK1013").ShouldHaveSingleItem().ShouldContain("'data/db-from-web'");

    [Test]
    public void Another_connection_does_not_count_as_governing() =>
        Linted.Says([WebEgress, .. WebToDb, .. Connection.Between(Workload.Of("job", "shop", ("app", "web")), Db, Port.Tcp(1))], "PK1013").Count.ShouldBe(2);

    [Test]
    public void It_is_accepted_where_the_set_governs_both_ends()
    {
        PolicySet set = [WebEgress, DbIngress, .. WebToDb];

        set.Emit(Engine.Kubernetes, Emitted.Known).Errors().ShouldBeEmpty();
    }

    [Test]
    public void It_is_accepted_in_a_namespace_that_the_set_owns() =>
        Linted.Says([Namespace("data").Owned(), Namespace("shop").Owned(), .. WebToDb], "PK1013").ShouldBeEmpty();

    [Test]
    public void It_is_accepted_where_a_default_deny_governs() =>
        Linted.Says([WebEgress, .. WebToDb, Policy.ForAllPods().InNamespace("data").DenyIngressByDefault()], "PK1013").ShouldBeEmpty();

    [Test]
    public void The_line_of_a_finding_is_that_of_the_connection() =>
        WebToDb.Emit(Engine.Kubernetes).Diagnostics.First(one => one.Id == "PK1013").Origin.Line.ShouldBe(12);
}
