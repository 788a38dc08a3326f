using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

/// <summary>
/// Random and mutated bytes: whatever comes in, the reader answers with manifests or findings, soon and within its memory. The inputs
/// follow from their number, so that a failure names all it takes to see it again. POLICYKIT_FUZZ sets how many there are.
/// </summary>
public sealed class FuzzTests
{
    private const int UsualInputs = 100_000;

    private static readonly string[] Seeds =
    [
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}\n    ports:\n    - port: 8080\n",
        "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"apiVersion\": \"v1\", \"kind\": \"A\", \"n\": [1, 1.5e3, null, true, \"\\u00e9\\ud83d\\ude00\"]}]}",
        "apiVersion: v1\nkind: A\na: &x {k: [1, 2]}\nb: *x\nc: |\n  text\n   more\nd: >-\n  folded\n  text\n---\n# next\napiVersion: v1\nkind: B\n? long\n: \"a\\tb\\x41\"\ne: 'it''s'\n...\n",
    ];

    private static readonly string[] Pieces =
    [
        "---", "...", "- ", "? ", ": ", "&a ", "*a", "!t ", "!!str ", "<<: ", "|\n", ">+2\n", "\"", "'", "{", "}", "[", "]", ",", "#", "%YAML 1.2\n", "\t", "\r", "\n  ", "\0", "\u0085", "\u2028",
        "\uFEFF", "\\u", "\\x4", "\\U0011FFFF", "yes", "0x", "1_0", "1e999", "2024-01-01", "\U0001F600", "apiVersion: v1\n", "kind: List\nitems:\n", "\"\\ud83d\"", "@", "`",
    ];

    [Test]
    public void No_input_makes_the_reader_throw_hang_or_eat_memory()
    {
        var inputs = int.Parse(Environment.GetEnvironmentVariable("POLICYKIT_FUZZ") ?? UsualInputs.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var (refused, taken) = (0, 0);
        for (var number = 0; number < inputs; number++)
        {
            var read = ReadGuarded(number);
            if (read.Diagnostics.Count > 0) refused++;
            if (read.Manifests.Count > 0) taken++;
        }

        refused.ShouldBeGreaterThan(inputs / 10);
        taken.ShouldBeGreaterThan(inputs / 100);
    }

    private static ManifestReadResult ReadGuarded(int number)
    {
        var input = Input(number);
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

    private static byte[] Input(int number)
    {
        var random = new Random(number);
        if (number % 10 == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        var text = new StringBuilder(number % 10 == 1 ? "" : Seeds[random.Next(Seeds.Length)]);
        for (var change = random.Next(1, 12); change > 0; change--) Change(text, random);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (number % 4 == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0: text.Remove(at, Math.Min(text.Length - at, random.Next(6))); break;
            case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)], random.Next(1, 4)); break;
            case 2: text.Insert(at, (char)random.Next(0x20, 0x7F)); break;
            default:
                var from = random.Next(text.Length + 1);
                text.Insert(at, text.ToString(from, Math.Min(text.Length - from, random.Next(30))));
                break;
        }
    }
}
