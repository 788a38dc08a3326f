using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests.Connections;

/// <summary><c>policykit connections</c> in every form, run as the real executable.</summary>
internal sealed class ConnectionsTests
{
    private Folder _folder = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _folder = new();
        _folder.Write("pods.yaml", Texts.Pods);
        _folder.Write("policies.yaml", Texts.Policies);
        _folder.Write("deployment.yaml", Texts.Deployment);
        _folder.Write("questions.yaml", Texts.OpenQuestion);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("text", "txt")]
    [TestCase("json", "json")]
    [TestCase("yaml", "yaml")]
    [TestCase("md", "md")]
    [TestCase("csv", "csv")]
    [TestCase("dot", "dot")]
    [TestCase("svg", "svg")]
    [TestCase("html", "html")]
    public void Every_form_is_approved(string form, string ending)
    {
        var ran = Tool.Run("connections", "--output", form, _folder.Path);
        ran.Errors.ShouldBeEmpty();
        ran.ExitCode.ShouldBe(0);
        Approved.ShouldBe(ran.Output, Repository.File("tests", "PolicyKit.Cli.Tests", "Approved", $"connections.approved.{ending}"));
    }

    [Test]
    public void Pods_of_one_deployment_are_one_end_on_request()
    {
        var lines = Tool.RunHere("connections", "--workloads", _folder.Path).Lines;
        lines.ShouldContain(line => line.StartsWith("shop/web => shop/api: "));
        lines.ShouldNotContain(line => line.Contains("api-", StringComparison.Ordinal));
    }

    [Test]
    public void A_picture_of_names_that_are_markup_is_still_well_formed()
    {
        using var folder = new Folder();
        folder.Write("pods.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: '<b>&\"', namespace: shop}\nspec: {containers: [{name: main, image: example}]}\n---\n" + Texts.Pods);
        var svg = Tool.RunHere("connections", "--output", "svg", folder.Path).Output;
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        Tool.RunHere("connections", "--output", "html", folder.Path).Output.ShouldNotContain("<b>");
    }

    [TestCase("svg")]
    [TestCase("html")]
    public void A_picture_needs_no_network(string form)
    {
        var picture = Tool.RunHere("connections", "--output", form, _folder.Path).Output.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        foreach (var way in new[] { "http:", "https:", "url(", "@import", "src=", "href=" }) picture.ShouldNotContain(way);
    }

    [Test]
    public void Nothing_is_said_about_a_cluster_whose_api_server_refuses_a_policy()
    {
        using var folder = new Folder();
        folder.Write("pods.yaml", Texts.Pods);
        var file = folder.Write("policy.yaml", Texts.Policies.Replace("port: 5432", "port: 70000", StringComparison.Ordinal));
        var ran = Tool.RunHere("connections", folder.Path);
        ran.ExitCode.ShouldBe(4);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldStartWith($"{file}(");
        ran.Errors.ShouldEndWith("The API server refuses a policy, so there is nothing to say about a cluster that has it. Mend the policy, or leave its file out.\n");
    }
}
