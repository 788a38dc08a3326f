using System.Globalization;
using System.Text;

namespace PolicyKit.Tests;

/// <summary>Random and mutated bytes: noise, and texts with a few changes.</summary>
/// <remarks>An input follows from its number, so that a failure names all it takes to see it again. POLICYKIT_FUZZ sets how many there are.</remarks>
internal sealed class MutatedInputs(string[] seeds)
{
    private const int UsualCount = 100_000;

    private static readonly string[] Pieces =
    [
        "---", "...", "- ", "? ", ": ", "&a ", "*a", "!t ", "!!str ", "<<: ", "|\n", ">+2\n", "\"", "'", "{", "}", "[", "]", ",", "#", "%YAML 1.2\n", "\t", "\r", "\n  ", "\0", "\u0085", "\u2028",
        "\uFEFF", "\\u", "\\x4", "\\U0011FFFF", "yes", "0x", "1_0", "1e999", "2024-01-01", "\U0001F600", "apiVersion: v1\n", "kind: List\nitems:\n", "\"\\ud83d\"", "@", "`",
    ];

    /// <summary>How many inputs a test takes.</summary>
    public static int Count { get; } = Environment.GetEnvironmentVariable("POLICYKIT_FUZZ") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : UsualCount;

    /// <summary>The input of a number.</summary>
    public byte[] this[int number]
    {
        get
        {
            var random = new Random(number);
            if (number % 10 == 0)
            {
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            }

            var text = new StringBuilder(number % 10 == 1 ? "" : seeds[random.Next(seeds.Length)]);
            for (var change = random.Next(1, 12); change > 0; change--) Change(text, random);
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (number % 4 == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            return bytes;
        }
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
