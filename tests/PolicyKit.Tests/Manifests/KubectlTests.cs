using System.Diagnostics;
using System.Text.Json;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

/// <summary>What kubectl itself makes of what is written; skipped where it is not installed.</summary>
public sealed class KubectlTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("policykit-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Kubectl_reads_every_nasty_text_as_that_text_as_key_and_as_value()
    {
        var texts = NastyTexts.All.ToArray();
        var data = new ManifestMap(texts.Select(text => new ManifestEntry(text, text)));
        var file = Path.Combine(_folder, "data.yaml");
        File.WriteAllText(file, new Manifest(new ManifestMap([new("apiVersion", "v1"), new("kind", "ConfigMap"), new("metadata", new ManifestMap([new("name", "a")])), new("data", data)])).ToYaml());

        using var json = JsonDocument.Parse(Kubectl("label", "--local", "-f", file, "x=y", "-o", "json"));

        var read = json.RootElement.GetProperty("data").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString(), StringComparer.Ordinal);
        read.Keys.Order(StringComparer.Ordinal).ShouldBe(texts.Order(StringComparer.Ordinal));
        foreach (var text in texts) read[text].ShouldBe(text);
    }

    [Test]
    public void Kustomize_reads_a_saved_folder()
    {
        var manifest = Manifest.Parse("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: \"y\"}, spec: {podSelector: {}}}");
        GitOpsFolder.Save(_folder, [manifest], GitOpsLayout.Kustomize);

        ManifestReader.Read(Kubectl("kustomize", _folder)).Manifests.ShouldBe([manifest]);
    }

    private static string Kubectl(params string[] arguments)
    {
        var start = new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, error.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("kubectl is not installed here.");
            throw;
        }
    }
}
