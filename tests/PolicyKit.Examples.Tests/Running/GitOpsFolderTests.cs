using System.Diagnostics;
using PolicyKit.Manifests;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Examples.Tests.Running;

/// <summary>The GitOps folder of the examples is what the programs write, and kubectl builds it.</summary>
public sealed class GitOpsFolderTests
{
    private static readonly string Folder = Repository.File("examples", "gitops");

    [TestCase("StageSet")]
    [TestCase("Jaas")]
    [TestCase("GitGuardian")]
    public void It_is_up_to_date(string program)
    {
        string[] check = Environment.GetEnvironmentVariable("POLICYKIT_APPROVE") == "1" ? [] : ["--check"];

        var (exitCode, output, errors) = ExampleProgram.Run(program, ["emit", "--engine", "cilium", "--out", Folder, .. check]);

        exitCode.ShouldBe(0, output + errors);
    }

    [Test]
    public void Kubectl_builds_it()
    {
        if (!IsInstalled()) Assert.Ignore("kubectl is not installed.");
        using var process = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", Folder]) { RedirectStandardOutput = true })!;
        var built = ManifestReader.Read(process.StandardOutput.ReadToEnd()).Manifests;
        process.WaitForExit();

        process.ExitCode.ShouldBe(0);
        built.ShouldBe(Directory.EnumerateDirectories(Folder).SelectMany(Written), ignoreOrder: true);
    }

    private static IEnumerable<Manifest> Written(string folder) =>
        Directory.EnumerateFiles(folder, "*networkpolicy*.yaml").SelectMany(file => ManifestReader.Read(File.ReadAllText(file)).Manifests);

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")));
}
