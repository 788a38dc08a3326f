using System.Diagnostics;
using PolicyKit.Manifests;
using PolicyKit.Tests.Shared;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Emitting;

/// <summary>What is emitted is read by kubectl itself, where it is installed.</summary>
public sealed class KubectlTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        if (!IsInstalled()) Assert.Ignore("kubectl is not installed.");
        _folder = Directory.CreateTempSubdirectory("policykit-kubectl-").FullName;
    }

    [TearDown]
    public void RemoveFolder()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Kubectl_reads_the_single_file_example()
    {
        var program = File.ReadAllText(Repository.File("examples", "single-file", "policies.cs"));
        var code = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));

        Labelled(new Compiling.Snippet(code).Run().Output).ShouldContain("NetworkPolicy");
    }

    [Test]
    public void Kubectl_reads_back_texts_that_YAML_could_take_for_something_else()
    {
        var set = PolicySet.Of(Policy.ForPods(("on", "yes")).Named("y").InNamespace("n").AllowIngress(Port.Tcp(80)).Because("a: b # c\n\t😀").From(Namespace("null"), Namespace("1e3").Pods(("0x1f", "08")))
            .WithLabels(("true", "1")));

        var labelled = Labelled(set.Emit(Engine.Kubernetes).ToYaml());

        ManifestReader.Read(labelled).Manifests.ShouldHaveSingleItem().ShouldBe(set.WithLabels(("x", "y")).Emit(Engine.Kubernetes).Manifests[0]);
    }

    [Test]
    public void Kubectl_builds_a_saved_folder()
    {
        var emitted = PolicySet.Of(Web.AllowIngress(Port.Https).From(Nodes, OutsideCluster, Internet).AllowApiServer().AllowClusterDns()).WithDefaultDeny(Directions.Both).Emit(Engine.Kubernetes, Known);

        emitted.SaveTo(_folder);

        ManifestReader.Read(Run("kustomize", _folder)).Manifests.ShouldBe(emitted.Manifests, ignoreOrder: true);
    }

    private string Labelled(string yaml)
    {
        var file = Path.Combine(_folder, "emitted.yaml");
        File.WriteAllText(file, yaml);
        return Run("label", "--local", "-f", file, "x=y", "-o", "yaml");
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")));

    private static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }
}
