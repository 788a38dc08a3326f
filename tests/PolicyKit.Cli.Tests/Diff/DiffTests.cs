using PolicyKit.App;
using PolicyKit.Cli.Tests.Running;
using static PolicyKit.Dsl;

namespace PolicyKit.Cli.Tests.Diff;

/// <summary><c>policykit diff</c>: connections, not lines.</summary>
internal sealed class DiffTests
{
    private Folder _folder = null!;

    [SetUp]
    public void Write()
    {
        _folder = new();
        _folder.Write("pods.yaml", Texts.Pods);
        _folder.Write("old/policies.yaml", Texts.Policies);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_same_connections_in_other_words_are_equal()
    {
        var ran = Diff(Texts.Policies.Replace("matchLabels: {app: web}", "matchExpressions: [{key: app, operator: In, values: [web]}]", StringComparison.Ordinal));
        ran.ShouldBe(new Ran(0, "equal: every connection is as it was\n", ""));
    }

    [Test]
    public void A_wider_policy_says_who_gained_what()
    {
        var ran = Diff(Texts.Policies.Replace("app: web", "app: proxy", StringComparison.Ordinal) + "---\n" + Texts.Policies.Replace("name: db,", "name: db2,", StringComparison.Ordinal));
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("wider: 1 gained, 0 lost\n+ shop/proxy => shop/db: TCP 5432\n");
    }

    [Test]
    public void A_narrower_policy_says_who_lost_what()
    {
        var ran = Diff(Texts.Policies.Replace("5432", "5433", StringComparison.Ordinal));
        ran.Output.ShouldBe("different: 1 gained, 1 lost\n+ shop/web => shop/db: TCP 5433\n- shop/web => shop/db: TCP 5432\n");
        Diff(Texts.Policies[..Texts.Policies.IndexOf("  ingress:", StringComparison.Ordinal)]).Output.ShouldBe("narrower: 0 gained, 1 lost\n- shop/web => shop/db: TCP 5432\n");
    }

    [Test]
    public void Networks_are_compared_address_by_address()
    {
        var old = Networks("10.0.0.0/8");
        _folder.Write("old/policies.yaml", old);
        Diff(old.Replace("cidr: 10.0.0.0/8", "cidr: 10.0.0.0/9", StringComparison.Ordinal)).Output.ShouldBe("narrower: 0 gained, 1 lost\n- cidr:10.128.0.0/9 => shop/db: all\n");
        Diff(old.Replace("cidr: 10.0.0.0/8", "cidr: 10.0.0.0/8, except: [10.1.0.0/16]", StringComparison.Ordinal)).Output.ShouldBe("narrower: 0 gained, 1 lost\n- cidr:10.1.0.0/16 => shop/db: all\n");
        Diff(old.Replace("cidr: 10.0.0.0/8", "cidr: 8.0.0.0/6", StringComparison.Ordinal)).Output
            .ShouldBe("wider: 1 gained, 0 lost\n+ cidr:8.0.0.0/7, 11.0.0.0/8 => shop/db: all\n");
    }

    [TestCase("md", "md")]
    [TestCase("json", "json")]
    [TestCase("text", "txt")]
    public void Every_form_is_approved(string form, string ending)
    {
        var @new = _folder.Write("new/policies.yaml", Texts.Policies.Replace("5432", "5433", StringComparison.Ordinal) + "---\n" + Texts.OpenQuestion);
        var ran = Tool.Run("diff", "--output", form, "--cluster", Path.Combine(_folder.Path, "pods.yaml"), Path.Combine(_folder.Path, "old"), @new);
        ran.ExitCode.ShouldBe(1);
        ran.Errors.ShouldBeEmpty();
        Approved.ShouldBe(ran.Output, Repository.File("tests", "PolicyKit.Cli.Tests", "Approved", $"diff.approved.{ending}"));
    }

    [Test]
    public void A_program_is_compared_with_what_is_deployed()
    {
        PolicySet policies = [Policy.ForPods(("app", "db")).AllowIngress(Port.Tcp(5432)).From(Pods(("app", "web")), Pods(("app", "proxy")))];
        var ran = Tool.RunHere(terminal => PolicyApp.Create().Add("shop", () => policies.InNamespace("shop")).Run(["diff", Path.Combine(_folder.Path, "old"), Path.Combine(_folder.Path, "pods.yaml"), "--engine", "kubernetes"], terminal));
        ran.ShouldBe(new Ran(1, "wider: 1 gained, 0 lost\n+ shop/proxy => shop/db: TCP 5432\n", ""));
    }

    private static string Networks(string cidr) =>
        $$$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          policyTypes: [Ingress]
          ingress:
          - from:
            - ipBlock: {cidr: {{{cidr}}} }

        """;

    private Ran Diff(string after)
    {
        var @new = _folder.Write("new/policies.yaml", after);
        return Tool.RunHere("diff", "--profile", _folder.Write("cilium.yaml", "engine: cilium\n"), "--cluster", Path.Combine(_folder.Path, "pods.yaml"), Path.Combine(_folder.Path, "old"), @new);
    }
}
