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

    private static Ran Run(params string[] args) => Tool.RunHere(terminal => PolicyApp.Create().Add("shop", () => Shop).Run([.. args, "--set", "shop"], terminal));
}
