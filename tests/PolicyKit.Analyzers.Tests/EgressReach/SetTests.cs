namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>Policies on a pod are a union: the set decides, and only where all of it is in view.</summary>
public class SetTests
{
    private const string Web = """Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Namespace("payments"))""";

    [TestCase("""[WEB, Policy.ForAllPods().AllowClusterDns().AllowApiServer()]""", TestName = "A_base_policy_for_all_pods_opens_the_path")]
    [TestCase("""[WEB, Policy.ForPods(("app", "web")).AllowApiServer().AllowClusterDns()]""", TestName = "A_second_policy_for_the_same_pods_opens_the_path")]
    [TestCase("""[Policy.ForPods(("app", "web"), ("tier", "front")).AllowEgress(Port.Https).To(Self), Policy.ForPods(("app", "web")).AllowApiServer().AllowClusterDns()]""", TestName = "A_wider_selector_opens_the_path")]
    [TestCase("""PolicySet.Of(WEB).NeedsNoApiServer("web apps").NeedsNoDns("hosts file")""", TestName = "The_set_says_that_nothing_is_needed")]
    [TestCase("""PolicySet.Of(WEB).WithRaw(Engine.Kubernetes, args[0])""", TestName = "A_raw_manifest_may_open_the_path")]
    [TestCase("""[.. Unknown(), WEB]""", TestName = "A_spread_that_is_not_seen_may_open_the_path")]
    [TestCase("""[WEB.InNamespace(args[0]), Policy.ForAllPods().InNamespace(args[1]).AllowClusterDns().AllowApiServer()]""", TestName = "Two_namespaces_that_may_be_the_same")]
    [TestCase("""[Policy.ForPods(("app", args[0])).AllowEgress(Port.Https).To(Self), Policy.ForPods(("app", args[1])).AllowClusterDns().AllowApiServer()]""", TestName = "Two_labels_that_may_be_the_same")]
    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Https).FromAnywhere()).WithDefaultDeny(Directions.Both)""", TestName = "A_default_deny_was_said_aloud")]
    [TestCase("""[Policy.ForAllPods().DenyEgressByDefault(), Policy.ForPods(("app", "web")).DenyIngressByDefault()]""", TestName = "Denying_egress_was_said_aloud")]
    [TestCase("""PolicySet.Of(WEB).When(args.Length > 0, s => [.. s, WEB.AllowApiServer().AllowClusterDns()]).NeedsNoApiServer("x").NeedsNoDns("x")""", TestName = "What_is_said_of_the_set_holds_for_entries_added_before")]
    [TestCase("""PolicySet.Of(WEB.Native(Engine.Kubernetes, egress: args[0]))""", TestName = "Native_egress_may_open_the_path")]
    public void Silent(string set) => CutOff.Check($$"""
        PolicySet set = {{set.Replace("WEB", Web, StringComparison.Ordinal)}};
        set.InNamespace("shop").Emit(Engine.Kubernetes);

        static PolicySet Unknown() => new Random().Next() > 0 ? throw new NotSupportedException() : (PolicySet)Activator.CreateInstance(typeof(PolicySet))!;
        """);

    [Test]
    public void A_base_policy_of_another_namespace_opens_nothing() => CutOff.Check("""
        PolicySet.Of(
            Policy.ForPods(("app", "web")).InNamespace("shop").{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns(),
            Policy.ForAllPods().InNamespace("admin").AllowApiServer().AllowClusterDns()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_narrower_selector_opens_nothing_for_the_others() => CutOff.Check("""
        PolicySet.Of(
            Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns(),
            Policy.ForPods(("app", "web"), ("tier", "admin")).AllowApiServer().AllowClusterDns()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_policy_or_a_set_that_reaches_no_end_is_nobodys_business() => CutOff.Check("""
        Console.Write(Shop.Web);

        static class Shop
        {
            public static readonly Policy Web = Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Namespace("payments"));
            public static PolicySet Set => [Web];
            public static PolicySet Made(Policy policy) => [policy, Web];
        }
        """);

    [Test]
    public void A_part_of_a_set_is_not_the_set() => CutOff.Check("""
        PolicySet part = [Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Namespace("payments"))];
        PolicySet whole = [.. part, Policy.ForAllPods().AllowClusterDns().AllowApiServer()];
        whole.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_parameter_can_be_marked_as_an_end() => CutOff.Check("""
        Deploy([Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns()]);

        static void Deploy([CompletePolicySet] PolicySet policies) => Console.Write(policies.Count);
        """);

    [Test]
    public void A_set_that_grows_in_a_loop_comes_to_rest() => CutOff.Check("""
        PolicySet set = [Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns()];
        foreach (var name in args) set = [.. set, Policy.ForPods(("app", name)).DenyIngressByDefault()];
        set.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Either_of_two_bad_sets_is_bad_on_every_path() => CutOff.Check("""
        var set = args.Length > 0
            ? PolicySet.Of(Policy.ForPods(("app", "a")).{|PK1001:AllowClusterDns|}())
            : PolicySet.Of(Policy.ForPods(("app", "b")).{|PK1001:AllowClusterDns|}());
        set.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_bad_set_or_a_good_one_is_bad_on_some_paths() => CutOff.Check("""
        var set = args.Length > 0
            ? PolicySet.Of(Policy.ForPods(("app", "a")).{|PK1001?:AllowClusterDns|}())
            : PolicySet.Of(Policy.ForPods(("app", "b")).AllowClusterDns().AllowApiServer());
        set.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void An_owned_namespace_among_the_entries_hides_nothing() => Snippet.Check("""
        PolicySet set = [Namespace("shop").Owned(), Policy.ForPods(("app", "web")).{|PK1001:AllowClusterDns|}()];
        set.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_policy_for_a_workload_is_read_like_any_other() => Snippet.Check("""
        var web = Workload.Of("web", "shop", ("app", "web"));
        PolicySet.Of(Policy.For(web).{|PK1001:AllowClusterDns|}()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void What_covers_the_namespace_of_a_workload_is_not_known_where_it_is_written() => CutOff.Check("""
        var web = Workload.Of("web", "shop", ("app", "web"));
        PolicySet.Of(Policy.For(web).AllowClusterDns(), Policy.ForAllPods().InNamespace("shop").AllowApiServer().AllowClusterDns()).Emit(Engine.Cilium);
        """);

    [Test]
    public void A_connection_hides_nothing_of_the_set() => CutOff.Check("""
        var web = Workload.Of("web", "shop", ("app", "web"));
        var db = Workload.Of("db", "data", ("app", "db"));
        PolicySet set =
        [
            Policy.ForPods(("app", "job")).InNamespace("jobs").{|PK1001:AllowEgress|}(Port.Tcp(5432)).To(Namespace("data")).AllowClusterDns(),
            .. Connection.{|PK1001:Between|}(web, db, Port.Tcp(5432)),
        ];
        set.Emit(Engine.Cilium);
        """);

    [Test]
    public void A_connection_restricts_the_egress_of_its_source() => CutOff.Check("""
        var web = Workload.Of("web", "shop", ("app", "web"));
        var db = Workload.Of("db", "data", ("app", "db"));
        Connection.{|PK1002:{|PK1001:Between|}|}(web, db, Port.Tcp(5432)).Emit(Engine.Cilium);
        """);

    [Test]
    public void Whoever_covers_the_source_of_a_connection_is_not_known_where_it_is_written() => CutOff.Check("""
        var web = Workload.Of("web", "shop", ("app", "web"));
        var db = Workload.Of("db", "data", ("app", "db"));
        PolicySet set = [Policy.For(web).AllowApiServer().AllowClusterDns(), .. Connection.Between(web, db, [Port.Tcp(5432), Port.Tcp(5433)])];
        set.Emit(Engine.Cilium);
        """);
}
