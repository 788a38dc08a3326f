namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>The traps of following values: what looks simple in source and is not in the graph.</summary>
public class FlowTests
{
    private const string Start = """var p = Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Namespace("payments")).NeedsNoDns("x");""";
    private const string Bad = """var p = Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).NeedsNoDns("x");""";
    private const string Maybe = """var p = Policy.ForPods(("app", "web")).{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).NeedsNoDns("x");""";
    private const string End = "PolicySet.Of(p).Emit(Engine.Kubernetes);";

    [TestCase("p = (args.Length > 0 ? p : p.Named(\"web\")).AllowApiServer();", TestName = "An_assignment_whose_value_branches")]
    [TestCase("Change(ref p); void Change(ref Policy policy) => policy = policy.AllowApiServer();", TestName = "Written_by_reference")]
    [TestCase("Make(out p); void Make(out Policy policy) => policy = Policy.ForAllPods();", TestName = "Written_by_an_out_argument")]
    [TestCase("Action open = () => p = p.AllowApiServer(); open();", TestName = "Written_in_a_lambda")]
    [TestCase("Open(); void Open() => p = p.AllowApiServer();", TestName = "Written_in_a_local_function")]
    [TestCase("(p, var other) = (p.AllowApiServer(), 1);", TestName = "Written_by_a_deconstruction")]
    [TestCase("ref var r = ref p; r = r.AllowApiServer();", TestName = "Written_through_a_reference")]
    [TestCase("object o = p; if (o is Policy q) p = q.AllowApiServer(); else return;", TestName = "Matched_by_a_pattern")]
    [TestCase("Func<Policy, Policy> open = q => q.AllowApiServer(); p = open(p);", TestName = "Changed_by_a_delegate")]
    [TestCase("p = args.Select(_ => p.AllowApiServer()).First();", TestName = "Changed_by_a_query")]
    [TestCase("try { p = p.AllowApiServer(); } finally { p = p.AllowApiServer(); }", TestName = "Written_in_a_finally_block")]
    [TestCase("const bool always = true; p = p.When(always, q => q.AllowApiServer());", TestName = "A_condition_that_is_constant")]
    [TestCase("if (p is null) { } else p = p.AllowApiServer();", TestName = "A_null_test_that_is_decided_is_not_yet_followed")]
    public void Silent(string between)
    {
        var isPatternTest = between.StartsWith("if (p is null", StringComparison.Ordinal);
        CutOff.Check($"{(isPatternTest ? Maybe : Start)}\n{between}\n{End}");
    }

    [TestCase("p = args.Length > 0 ? p : p.Named(\"web\");", TestName = "Both_arms_lack_it")]
    [TestCase("while (args.Length > 9) p = p.AllowIngress(Port.Https).FromAnywhere();", TestName = "A_loop_that_adds_something_else")]
    [TestCase("try { p = p.Named(\"web\"); } catch (FormatException) { p = p.Named(\"other\"); }", TestName = "A_try_block_that_adds_something_else")]
    [TestCase("const bool never = false; if (never) p = p.AllowApiServer();", TestName = "A_branch_that_is_never_taken")]
    [TestCase("p = p?.Named(\"web\") ?? p!;", TestName = "Null_operators_on_what_is_never_null")]
    [TestCase("Policy q; q = p; p = q with { };", TestName = "A_copy")]
    [TestCase("var other = p.AllowApiServer(); Console.Write(other);", TestName = "The_path_went_to_another_variable")]
    [TestCase("p = Again(p, 3); static Policy Again(Policy q, int n) => q.Named(\"n\");", TestName = "A_helper_that_renames")]
    public void Reported(string between) => CutOff.Check($"{Bad}\n{between}\n{End}");

    [TestCase("while (args.Length > 9) p = p.AllowApiServer();", TestName = "A_loop_may_run_no_time")]
    [TestCase("try { p = p.Named(args[0]).AllowApiServer(); } catch (FormatException) { }", TestName = "An_exception_may_come_before")]
    [TestCase("for (var i = 0; i < args.Length; i++) { if (args[i] == \"x\") goto done; } p = p.AllowApiServer(); done:", TestName = "A_jump_may_pass_it")]
    [TestCase("p = p.ForEach(args, (q, _) => q.AllowApiServer());", TestName = "A_sequence_may_be_empty")]
    [TestCase("p = p.When(args.Length > 0, Open); static Policy Open(Policy q) => q.AllowApiServer();", TestName = "A_method_group_under_When")]
    public void Reported_on_some_paths(string between) => CutOff.Check($"{Maybe}\n{between}\n{End}");

    [Test]
    public void Recursion_ends_in_silence() => CutOff.Check("""
        PolicySet.Of(Again(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self), args.Length)).Emit(Engine.Kubernetes);
        PolicySet.Of(Loop.A).Emit(Engine.Kubernetes);

        static Policy Again(Policy p, int n) => n == 0 ? p : Again(p.Named("again"), n - 1);

        static class Loop
        {
            public static readonly Policy A = B;
            public static Policy B => A.AllowEgress(Port.Https).To(Self);
        }
        """);

    [Test]
    public void Async_iterator_and_virtual_helpers_are_not_read() => CutOff.Check("""
        var home = new Home();
        PolicySet.Of(await Later()).Emit(Engine.Kubernetes);
        PolicySet.Of(home.Web).Emit(Engine.Kubernetes);
        foreach (var policy in Many()) PolicySet.Of(policy).Emit(Engine.Kubernetes);

        static async System.Threading.Tasks.Task<Policy> Later() { await System.Threading.Tasks.Task.Yield(); return Policy.ForAllPods().AllowEgress(Port.Https).To(Self); }
        static IEnumerable<Policy> Many() { yield return Policy.ForAllPods().AllowEgress(Port.Https).To(Self); }

        class Home
        {
            public virtual Policy Web => Policy.ForAllPods().AllowEgress(Port.Https).To(Self);
        }
        """);

    [Test]
    public void A_list_or_an_array_that_may_be_written_into_is_not_read() => CutOff.Check("""
        List<Policy> list = [Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self)];
        list.Add(Policy.ForAllPods().AllowApiServer().AllowClusterDns());
        PolicySet set = [.. list];
        set.Emit(Engine.Kubernetes);

        Policy[] array = [Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self)];
        array[0] = array[0].AllowApiServer().AllowClusterDns();
        PolicySet other = [.. array];
        other.Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_field_that_a_constructor_may_set_is_not_read() => CutOff.Check("""
        new Shop(args.Length > 0).Emit();

        class Shop
        {
            private readonly Policy _web = Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self);
            private Policy _job = Policy.ForPods(("app", "job")).AllowEgress(Port.Https).To(Self);

            public Shop(bool open)
            {
                if (open) _web = _web.AllowApiServer().AllowClusterDns();
            }

            public void Emit()
            {
                PolicySet.Of(_web).Emit(Engine.Kubernetes);
                PolicySet.Of(_job).Emit(Engine.Kubernetes);
            }
        }
        """);
}
