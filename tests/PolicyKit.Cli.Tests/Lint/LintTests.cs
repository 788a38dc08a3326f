using System.Text.Json;
using PolicyKit.App;
using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests.Lint;

/// <summary><c>policykit lint</c>, run as the real executable.</summary>
internal sealed class LintTests
{
    /// <summary>The default deny that a public chart ships for Cilium: an empty list there denies nothing.</summary>
    private const string EmptyCilium =
        """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: default-deny, namespace: shop}
        spec:
          endpointSelector: {}
          ingress: []

        """;

    private Folder _folder = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _folder = new();
        _folder.Write("deny all.yaml", EmptyCilium);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_finding_has_its_file_line_and_column()
    {
        var ran = Tool.Run("lint", _folder.Path);
        ran.ExitCode.ShouldBe(1);
        ran.Errors.ShouldBeEmpty();
        _folder.Anonymous(ran.Output).ShouldContain("deny all.yaml(4,1): error PK5003: ");
    }

    [TestCase("text", "txt")]
    [TestCase("json", "json")]
    [TestCase("sarif", "sarif")]
    public void Every_form_is_approved(string form, string ending)
    {
        var ran = Tool.Run(["lint", "--output", form, "."], folder: _folder.Path);
        ran.ExitCode.ShouldBe(1);
        Approved.ShouldBe(ran.Output, Repository.File("tests", "PolicyKit.Cli.Tests", "Approved", $"lint.approved.{ending}"));
    }

    [Test]
    public void The_log_for_code_hosts_is_valid()
    {
        using var log = JsonDocument.Parse(Tool.RunHere("lint", "--output", "sarif", _folder.Path).Output);
        SarifSchema.Problems(log.RootElement).ShouldBeEmpty();
    }

    [Test]
    public void The_log_for_code_hosts_of_a_program_is_valid()
    {
        PolicySet open = [Policy.ForPods(("app", "x")).AllowIngress(Port.Tcp(5432)).FromAnywhere()];
        var ran = Tool.RunHere(terminal => PolicyApp.Create().Add("x", () => open.InNamespace("x")).Run(["lint", "--output", "sarif"], terminal));
        ran.ExitCode.ShouldBe(1);
        using var log = JsonDocument.Parse(ran.Output);
        SarifSchema.Problems(log.RootElement).ShouldBeEmpty();
        log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!.ShouldEndWith("/LintTests.cs");
    }

    [TestCase("""{"version": "2.1.0"}""", "'runs' is missing")]
    [TestCase("""{"version": "2.0.0", "runs": []}""", "'$.version' is not one of 2.1.0")]
    [TestCase("""{"version": "2.1.0", "runs": [{"results": []}]}""", "'tool' is missing")]
    [TestCase("""{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "rule": []}}}]}""", "'$.runs[0].tool.driver' has an unknown 'rule'")]
    [TestCase("""{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "level": "info"}]}]}""", "'$.runs[0].results[0].level' is not one of none, note, warning, error")]
    [TestCase("""{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {}}]}]}""", "'$.runs[0].results[0].message' is none of the forms it may have")]
    public void The_check_of_the_log_finds_what_is_wrong(string text, string problem)
    {
        using var log = JsonDocument.Parse(text);
        SarifSchema.Problems(log.RootElement).ShouldContain(found => found.EndsWith(problem, StringComparison.Ordinal));
    }

    [Test]
    public void The_rules_see_what_the_policies_mean()
    {
        using var folder = new Folder();
        folder.Write("pods.yaml", Texts.Pods);
        folder.Write("policy.yaml", Texts.Policies.Replace("    - podSelector: {matchLabels: {app: web}}", "    - ipBlock: {cidr: 0.0.0.0/0}", StringComparison.Ordinal));
        var ran = Tool.RunHere("lint", folder.Path);
        ran.ExitCode.ShouldBe(1);
        folder.Anonymous(ran.Output).ShouldContain("policy.yaml(8,5): warning PK2005: ");
    }

    [Test]
    public void Nothing_to_find_is_fine()
    {
        using var folder = new Folder();
        folder.Write("pods.yaml", Texts.Pods);
        Tool.RunHere("lint", folder.Path).ShouldBe(new Ran(0, "", ""));
    }
}
