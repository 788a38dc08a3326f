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

    [TestCaseSource(nameof(Programs))]
    public void It_prints_its_required_traffic(string program) => ExampleProgram.Run(program, "docs").Output.ShouldContain("| Ingress | From | Because | Selectable by label |");

    [TestCaseSource(nameof(Programs))]
    public void The_three_lie_beside_the_same_facts(string program) =>
        File.ReadAllText(Repository.File("examples", program, "profile.yaml")).ShouldBe(File.ReadAllText(Repository.File("examples", "StageSet", "profile.yaml")));
}
