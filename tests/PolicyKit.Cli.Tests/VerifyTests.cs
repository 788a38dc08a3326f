using System.Text.Json;
using PolicyKit.App;
using PolicyKit.Cli.Tests.Running;
using static PolicyKit.Dsl;

namespace PolicyKit.Cli.Tests;

/// <summary><c>verify</c> of a user's own program.</summary>
internal sealed class VerifyTests
{
    private static readonly PolicySet Shop = PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Pods(("app", "proxy")))).InNamespace("shop");

    [Test]
    public void Every_engine_has_a_line_with_its_gaps()
    {
        var ran = Run("verify");
        ran.ExitCode.ShouldBe(0);
        ran.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..3])).ShouldBe(["kubernetes agrees", "cilium agrees", "calico agrees", "clusterNetworkPolicy agrees"]);
        ran.Lines[3].ShouldContain("gap outside-sources");
        ran.Errors.ShouldContain("gap outside-sources: ");
    }

    [Test]
    public void The_table_of_a_pull_request_is_markdown()
    {
        var lines = Run("verify", "--output", "md").Lines;
        lines[0].ShouldBe("| policies | engine | result | flows | gaps |");
        lines.Count.ShouldBe(6);
    }

    [Test]
    public void Programs_get_json()
    {
        using var json = JsonDocument.Parse(Run("verify", "--output", "json").Output);
        json.RootElement.GetProperty("engines").EnumerateArray().Select(one => one.GetProperty("engine").GetString()).ShouldBe(Engine.All.Select(engine => engine.Name));
    }

    [Test]
    public void A_manifest_that_somebody_edited_is_told_by_a_flow_that_shows_it()
    {
        using var folder = new Folder();
        Run("emit", "--engine", "kubernetes", "--out", folder.Path).ExitCode.ShouldBe(0);
        string[] verify = ["verify", "--engine", "kubernetes", "--folder", folder.Path];
        Run(verify).Lines.ShouldHaveSingleItem().ShouldContain("kubernetes  agrees");

        var web = Path.Combine(folder.Path, "shop", "networkpolicy_shop_web.yaml");
        File.WriteAllText(web, File.ReadAllText(web).Replace("app: proxy", "app: anything", StringComparison.Ordinal));
        var ran = Run(verify);
        ran.ExitCode.ShouldBe(1);
        ran.Lines[0].ShouldContain("kubernetes  DIFFERS");
        ran.Lines[1].ShouldStartWith("kubernetes: ");
        ran.Lines[2].ShouldContain(" TCP/8080, ingress of the destination, ");
        ran.Lines[3].ShouldStartWith("    written: ");
        ran.Lines[4].ShouldStartWith("    kubernetes: ");
    }

    [Test]
    public void A_manifest_that_the_engine_refuses_is_no_agreement()
    {
        using var folder = new Folder();
        Run("emit", "--engine", "cilium", "--out", folder.Path).ExitCode.ShouldBe(0);
        var web = Directory.GetFiles(Path.Combine(folder.Path, "shop"), "*web.yaml").ShouldHaveSingleItem();
        File.WriteAllText(web, File.ReadAllText(web).Replace("port: '8080'", "port: '80800'", StringComparison.Ordinal).Replace("port: \"8080\"", "port: \"80800\"", StringComparison.Ordinal));
        var ran = Run("verify", "--engine", "cilium", "--folder", folder.Path);
        ran.ExitCode.ShouldBe(1);
        ran.Lines[0].ShouldContain("NOT ACCEPTED");
    }

    [Test]
    public void A_folder_without_its_engine_is_a_wrong_command_line() =>
        Run("verify", "--folder", "deploy").ShouldBe(new Ran(2, "", "--folder holds the manifests of one engine: name it with --engine.\n"));

    private static Ran Run(params string[] args) => Tool.RunHere(terminal => PolicyApp.Create().Add("shop", () => Shop).Run([.. args, "--set", "shop"], terminal));
}
