using PolicyKit.App;
using PolicyKit.Cli.Tests.Running;
using static PolicyKit.Dsl;

namespace PolicyKit.Cli.Tests;

/// <summary>The commands of a user's own program.</summary>
internal sealed class ProgramTests
{
    private static readonly PolicySet Shop = PolicySet.Of(
        Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Pods(("app", "proxy"))),
        Policy.ForPods(("app", "db")).AllowIngress(Port.Tcp(5432)).From(Pods(("app", "web")))).InNamespace("shop");

    private static readonly PolicyApp Program = PolicyApp.Create().Add("shop", () => Shop).Add("broken", () => PolicySet.Of(Policy.ForPods(("app", "x")).AllowEgress(Port.Https).To(Cidr("10.0.0.1"))));

    [Test]
    public void Emit_prints_the_yaml_of_the_engine()
    {
        foreach (var engine in Engine.All)
        {
            var ran = Shopping("emit", "--engine", engine.Name, "--set", "shop");
            ran.ExitCode.ShouldBe(0);
            ran.Output.ShouldBe(Shop.Emit(engine).ToYaml());
        }
    }

    [Test]
    public void Emit_as_json_is_a_list_that_reads_back_as_the_same_objects()
    {
        var ran = Shopping("emit", "--engine", "kubernetes", "--set", "shop", "--output", "json");
        PolicyKit.Manifests.ManifestReader.Read(ran.Output).Manifests.ShouldBe(Shop.Emit(Engine.Kubernetes).Manifests);
    }

    [Test]
    public void A_folder_is_missing_then_written_then_up_to_date_then_out_of_date()
    {
        using var folder = new Folder();
        string[] emit = ["emit", "--engine", "kubernetes", "--set", "shop", "--out", folder.Path];

        var missing = Shopping([.. emit, "--check"]);
        missing.ExitCode.ShouldBe(3);
        folder.Anonymous(missing.Output).ShouldStartWith("--- (missing)\n+++ shop/kustomization.yaml\n".Replace("kustomization", "networkpolicy_shop_db"));
        Directory.Exists(Path.Combine(folder.Path, "shop")).ShouldBeFalse();

        folder.Anonymous(Shopping(emit).Output).ShouldBe("written shop/kustomization.yaml\nwritten shop/networkpolicy_shop_db.yaml\nwritten shop/networkpolicy_shop_web.yaml\n");
        Shopping([.. emit, "--check"]).ShouldBe(new Ran(0, "", ""));

        var web = Path.Combine(folder.Path, "shop", "networkpolicy_shop_web.yaml");
        File.WriteAllText(web, File.ReadAllText(web).Replace("8080", "8081"));
        var changed = Shopping([.. emit, "--check"]);
        changed.ExitCode.ShouldBe(3);
        changed.Errors.ShouldBe("The folder is out of date. Run the same command without --check, and commit what it writes.\n");
        folder.Anonymous(changed.Output).ShouldBe(
            """
            --- shop/networkpolicy_shop_web.yaml
            +++ shop/networkpolicy_shop_web.yaml
                     matchLabels:
                       app: proxy
                 ports:
            -    - port: 8081
            +    - port: 8080
                   protocol: TCP

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Line_ends_of_another_system_are_not_out_of_date()
    {
        using var folder = new Folder();
        string[] emit = ["emit", "--engine", "cilium", "--set", "shop", "--out", folder.Path];
        Shopping(emit).ExitCode.ShouldBe(0);
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Path, "shop"))) File.WriteAllText(file, File.ReadAllText(file).Replace("\n", "\r\n"));
        Shopping([.. emit, "--check"]).ExitCode.ShouldBe(0);
    }

    [Test]
    public void Policies_that_cannot_be_emitted_print_nothing_and_exit_with_1()
    {
        PolicySet refused = [Policy.ForPods(("app", "x")).NeedsNoApiServer("it only copies files").AllowEgress(Port.Https).To(Fqdn("example.com"))];
        var ran = Tool.RunHere(terminal => PolicyApp.Create().Add("x", () => refused.InNamespace("x")).Run(["emit", "--engine", "kubernetes"], terminal));
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldContain("error PK3001:");
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_named()
    {
        using var folder = new Folder();
        var file = folder.Write("taken", "a file stands here");
        var ran = Shopping("emit", "--engine", "kubernetes", "--set", "shop", "--out", file);
        ran.ExitCode.ShouldBe(4);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldContain($"The folder '{Path.Join(file, "shop")}' of --out cannot be written. ");
    }

    [Test]
    public void Docs_print_the_required_traffic_under_the_name_of_the_set()
    {
        Shopping("docs", "--set", "shop").ShouldBe(new Ran(0, $"## shop\n\n{Shop.ToMarkdown()}", ""));
        Tool.RunHere(terminal => PolicyApp.Create().Add("a", () => Shop).Add("b", () => Shop).Run(["docs"], terminal)).Output
            .ShouldBe($"## a\n\n{Shop.ToMarkdown()}\n## b\n\n{Shop.ToMarkdown()}");
    }

    [Test]
    public void The_facts_of_the_program_hold_where_the_command_line_names_none()
    {
        using var folder = new Folder();
        var (own, named) = (Path.Combine(folder.Path, "own.yaml"), Path.Combine(folder.Path, "named.yaml"));
        File.WriteAllText(own, "apiServer: {cidrs: [10.0.0.1/32]}");
        File.WriteAllText(named, "apiServer: {cidrs: [10.0.0.2/32]}");
        var program = PolicyApp.Create().WithProfile(own).Add("x", () => PolicySet.Of(Policy.ForPods(("app", "x")).AllowApiServer().AllowClusterDns()).InNamespace("x"));

        Tool.RunHere(terminal => program.Run(["emit", "--engine", "kubernetes"], terminal)).Output.ShouldContain("cidr: 10.0.0.1/32");
        Tool.RunHere(terminal => program.Run(["emit", "--engine", "kubernetes", "--profile", named], terminal)).Output.ShouldContain("cidr: 10.0.0.2/32");
    }

    [Test]
    public void A_literal_that_is_refused_is_bad_input_with_its_own_message() =>
        Shopping("emit", "--engine", "kubernetes", "--set", "broken")
            .ShouldBe(new Ran(4, "", "broken: '10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?\n"));

    [TestCase("emit", "Option '--engine' is required.")]
    [TestCase("emit --engine nftables", "'nftables' is no engine. Write kubernetes, cilium, calico or clusterNetworkPolicy.")]
    [TestCase("emit --engin cilium", "'--engin' is no option of 'emit'. Did you mean '--engine'?")]
    [TestCase("emit --engine cilium --ouput=json", "'--ouput' is no option of 'emit'. Did you mean '--output'?")]
    [TestCase("docs --engine cilium", "'--engine' is no option of 'docs'. It has '--set'.")]
    [TestCase("emit --engine cilium --check", "--check needs the folder to look at: name it with --out.")]
    [TestCase("lint --set shops", "The program has no policies named 'shops'. It has shop, broken.")]
    public void A_wrong_command_line_says_what_is_wrong_and_exits_with_2(string words, string message)
    {
        var ran = Shopping(words.Split(' '));
        ran.ExitCode.ShouldBe(2);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldStartWith(message + "\n");
    }

    [Test]
    public void Lint_names_the_line_of_csharp()
    {
        PolicySet open = [Policy.ForPods(("app", "x")).AllowIngress(Port.Tcp(5432)).FromAnywhere()];
        var ran = Tool.RunHere(terminal => PolicyApp.Create().Add("x", () => open.InNamespace("x")).Run(["lint"], terminal));
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldContain("ProgramTests.cs(");
        ran.Output.ShouldContain("warning PK2005:");
    }

    [Test]
    public void Lint_reads_raw_manifests_too()
    {
        PolicySet raw = [Policy.ForPods(("app", "x")).DenyIngressByDefault()];
        var ran = Tool.RunHere(terminal => PolicyApp.Create().Add("x", () => raw.InNamespace("x").WithRaw(Engine.Kubernetes, "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: r, namespace: x}\nspec: {podSelector: {}, ingress: [{ports: [{port: 5432}]}]}", "Shop.cs", 3)).Run(["lint"], terminal));
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("Shop.cs(3), line 4, column 35: warning PK2005: NetworkPolicy x/r: 'spec.ingress[0]': The rule opens port 5432 (PostgreSQL) to anywhere. Name the peers that need it.\n");
    }

    [Test]
    public void Check_judges_the_emitted_manifests_beside_the_cluster()
    {
        using var folder = new Folder();
        var cluster = folder.Write("cluster.yaml", Texts.Pods);
        foreach (var engine in Engine.All.Where(engine => engine != Engine.ClusterNetworkPolicy))
        {
            Shopping("check", "--set", "shop", "--engine", engine.Name, "--from", "shop/web", "--to", "shop/db", "--port", "5432", "--expect", "allow", cluster).ExitCode.ShouldBe(0);
            Shopping("check", "--set", "shop", "--engine", engine.Name, "--from", "shop/proxy", "--to", "shop/db", "--port", "5432", "--expect", "deny", cluster).ExitCode.ShouldBe(0);
        }
    }

    [Test]
    public void Two_sets_of_one_name_are_refused() =>
        Should.Throw<ArgumentException>(() => Program.Add("Shop", () => Shop)).Message.ShouldStartWith("There are policies named 'Shop' already. Give these another name.");

    private static Ran Shopping(params string[] args) => Tool.RunHere(terminal => Program.Run(args, terminal));
}
