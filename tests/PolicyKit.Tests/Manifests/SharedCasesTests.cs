using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

/// <summary>The manifests of the shared cases, where they are there: thousands that people and generators wrote.</summary>
public sealed class SharedCasesTests
{
    /// <summary>Their writer left the namespace <c>y</c> without quotes.</summary>
    private static readonly ReaderLimits Limits = new() { WordsAsInYaml12 = true };

    [Test]
    public void Every_manifest_of_the_shared_cases_is_read_and_written_back()
    {
        var cases = Environment.GetEnvironmentVariable("POLICYKIT_CASES");
        if (cases is null) Assert.Ignore("POLICYKIT_CASES does not name the folder of the shared cases.");
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(cases!, "manifests.yaml", SearchOption.AllDirectories))
        {
            var read = ManifestReader.ReadFile(file, Limits);
            read.Diagnostics.ShouldBeEmpty(file);
            count += read.Manifests.Count;
            ManifestReader.Read(YamlWriter.CheckedToText(read.Manifests)).Manifests.ShouldBe(read.Manifests, file);
            foreach (var manifest in read.Manifests) ManifestReader.Read(manifest.ToJson(indented: false)).Manifests.ShouldBe([manifest], file);
        }

        count.ShouldBeGreaterThan(1000);
    }
}
