using PolicyKit.Manifests;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Examples.Tests.Running;

/// <summary>The programs run with nothing more than <c>-- emit --engine ENGINE</c>: the facts lie beside them.</summary>
public sealed class ProgramTests
{
    private static readonly string[] Programs = ["StageSet", "Jaas", "GitGuardian"];

    private static IEnumerable<TestCaseData> Runs() =>
        from program in Programs from engine in Engine.All select new TestCaseData(program, engine.Name);

    [TestCaseSource(nameof(Runs))]
    public void It_emits_for_an_engine(string program, string engine)
    {
        var (exitCode, output, errors) = ExampleProgram.Run(program, "emit", "--engine", engine);

        exitCode.ShouldBe(0, errors);
        errors.ShouldNotContain("error ");
        ManifestReader.Read(output).Manifests.Count.ShouldBeGreaterThan(0);
    }

    [Test]
    public void A_folder_that_is_out_of_date_exits_with_3()
    {
        var folder = Directory.CreateTempSubdirectory("policykit-").FullName;
        string[] emit = ["emit", "--engine", "kubernetes", "--out", folder];
        ExampleProgram.Run("Jaas", [.. emit, "--check"]).ExitCode.ShouldBe(3);
        ExampleProgram.Run("Jaas", emit).ExitCode.ShouldBe(0);
        ExampleProgram.Run("Jaas", [.. emit, "--check"]).ExitCode.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }

    [TestCaseSource(nameof(Programs))]
    public void It_prints_its_required_traffic(string program) => ExampleProgram.Run(program, "docs").Output.ShouldContain("| Ingress | From | Because | Selectable by label |");

    [TestCaseSource(nameof(Programs))]
    public void The_three_lie_beside_the_same_facts(string program) =>
        File.ReadAllText(Repository.File("examples", program, "profile.yaml")).ShouldBe(File.ReadAllText(Repository.File("examples", "StageSet", "profile.yaml")));
}
