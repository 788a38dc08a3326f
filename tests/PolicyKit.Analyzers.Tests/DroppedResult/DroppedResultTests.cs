using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.DroppedResult;

/// <summary>PK0001: verbs change nothing, they give a new policy.</summary>
public class DroppedResultTests
{
    [TestCase("p.{|PK0001:AllowApiServer|}();")]
    [TestCase("p.AllowIngress(Port.Https).{|PK0001:FromAnywhere|}();")]
    [TestCase("p.{|PK0001:AllowEgress|}(Port.Https);")]
    [TestCase("Policy.{|PK0001:ForPods|}((\"app\", \"web\"));")]
    [TestCase("p?.{|PK0001:Named|}(\"web\");")]
    [TestCase("set.{|PK0001:InNamespace|}(\"shop\");")]
    [TestCase("PolicySet.{|PK0001:Of|}(p);")]
    [TestCase("if (args.Length > 0) p.{|PK0001:When|}(true, q => q.AllowApiServer());")]
    public void Reported(string statement) => Check(statement);

    [TestCase("p = p.AllowApiServer();")]
    [TestCase("_ = p.AllowApiServer();")]
    [TestCase("Console.Write(p.AllowApiServer());")]
    [TestCase("Action check = () => p.Named(\"Not a name\");")]
    [TestCase("Action check = () => { p.Named(\"Not a name\"); };")]
    [TestCase("set.Emit(Engine.Kubernetes);")]
    [TestCase("p.Log();")]
    [TestCase("p.Subject.Matches([]);")]
    [TestCase("new List<Policy>().Add(p.AllowApiServer());")]
    public void Silent(string statement) => Check(statement);

    [Test]
    public void The_message_to_the_letter() =>
        Snippet.Analyze(Snippet.Compile("var p = Policy.ForAllPods();\np.AllowApiServer();")).Single().ToString()
            .ShouldBe("/app/Program1.cs(2,3): error PK0001: 'AllowApiServer' gives a new policy and changes nothing; here its result is dropped. Assign it, or return it.");

    [Test]
    public void Fix_assigns_to_the_variable() => FixSnippet.Check<UseResultFix>(
        "Assign",
        """
        var p = Policy.ForAllPods();
        // the operator calls it
        p.AllowApiServer().AllowClusterDns(); // and DNS
        if (args.Length > 0)
        {
            p.AllowIngress(Port.Https)
                .FromAnywhere();
        }

        Console.Write(p);
        """,
        """
        var p = Policy.ForAllPods();
        // the operator calls it
        p = p.AllowApiServer().AllowClusterDns(); // and DNS
        if (args.Length > 0)
        {
            p = p.AllowIngress(Port.Https)
                .FromAnywhere();
        }

        Console.Write(p);
        """);

    [Test]
    public void Fix_returns_where_the_body_ends_without_a_result() => FixSnippet.Check<UseResultFix>(
        "Return",
        """
        static class Shop
        {
            static Policy Web()
            {
                // for all
                Policy.ForAllPods().AllowApiServer();
            }
        }
        """,
        """
        static class Shop
        {
            static Policy Web()
            {
                // for all
                return Policy.ForAllPods().AllowApiServer();
            }
        }
        """,
        mayBeBroken: true);

    [TestCase("foreach (var p in new[] { Policy.ForAllPods() }) p.AllowApiServer();", TestName = "No_fix_assigns_a_loop_variable")]
    [TestCase("var p = Policy.ForAllPods(); p.AllowEgress(Port.Https);", TestName = "No_fix_assigns_a_clause_to_a_policy")]
    [TestCase("Policy.ForAllPods().AllowApiServer();", TestName = "No_fix_invents_a_variable")]
    public void No_fix(string program) => FixSnippet.Titles<UseResultFix>(program).ShouldBeEmpty();

    private static void Check(string statement) => Snippet.CheckOnly(["PK0001"], $$"""
        var p = Policy.ForAllPods();
        PolicySet set = [p];
        {{statement}}

        static class Extensions
        {
            public static Policy Log(this Policy policy)
            {
                Console.Write(policy);
                return policy;
            }
        }
        """);
}
