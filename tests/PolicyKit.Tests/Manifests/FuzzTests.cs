using System.Diagnostics;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

/// <summary>Random and mutated bytes: whatever comes in, the reader answers with manifests or findings, soon and within its memory.</summary>
public sealed class FuzzTests
{
    private static readonly MutatedInputs Inputs = new(
    [
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}\n    ports:\n    - port: 8080\n",
        "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"apiVersion\": \"v1\", \"kind\": \"A\", \"n\": [1, 1.5e3, null, true, \"\\u00e9\\ud83d\\ude00\"]}]}",
        "apiVersion: v1\nkind: A\na: &x {k: [1, 2]}\nb: *x\nc: |\n  text\n   more\nd: >-\n  folded\n  text\n---\n# next\napiVersion: v1\nkind: B\n? long\n: \"a\\tb\\x41\"\ne: 'it''s'\n...\n",
    ]);

    [Test]
    public void No_input_makes_the_reader_throw_hang_or_eat_memory()
    {
        var (refused, taken) = (0, 0);
        for (var number = 0; number < MutatedInputs.Count; number++)
        {
            var read = ReadGuarded(number);
            if (read.Diagnostics.Count > 0) refused++;
            if (read.Manifests.Count > 0) taken++;
        }

        refused.ShouldBeGreaterThan(MutatedInputs.Count / 10);
        taken.ShouldBeGreaterThan(MutatedInputs.Count / 100);
    }

    private static ManifestReadResult ReadGuarded(int number)
    {
        var input = Inputs[number];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            var read = ManifestReader.Read(new MemoryStream(input));
            foreach (var manifest in read.Manifests) ManifestReader.Read(manifest.ToYaml()).Manifests.ShouldBe([manifest]);
            (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(50_000_000);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            return read;
        }
        catch (Exception exception)
        {
            throw new AssertionException($"Input {number}: {exception.Message}\n{Convert.ToBase64String(input)}", exception);
        }
    }
}
