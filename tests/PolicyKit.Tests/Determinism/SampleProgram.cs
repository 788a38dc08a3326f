using System.Globalization;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Tests.Determinism;

/// <summary>Some hundred random sets, emitted with their findings and gaps. Also the entry point of this assembly, so that a second process can be asked for the same.</summary>
internal static class SampleProgram
{
    // One seed for all: the same sets are drawn from it in every process.
    private const ulong Seed = 20261120;

    public static IReadOnlyList<PolicySet> Sets { get; } = [.. PolicyGen.Sets(PolicyShape.Sayable).Sample(200, new FsCheck.Rnd(Seed, 1), 30)];

    /// <summary>Prints the sample under a culture, each set shuffled by a number.</summary>
    public static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(args[0]);
        var seed = int.Parse(args[1], CultureInfo.InvariantCulture);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var set in Sets) output.Write(Text(Shuffled.Of(set, seed)));
        return 0;
    }

    /// <summary>What every engine says of a set, in a cluster that enforces it.</summary>
    public static string Text(PolicySet set) => string.Concat(Engine.All.Select(engine => Text(set.Emit(engine, ProfileGen.For(engine)))));

    private static string Text(EmitResult emitted)
    {
        var notes = emitted.Diagnostics.Select(one => $"# {one.Severity} {one.Id}\n").Order(StringComparer.Ordinal).Concat(emitted.Gaps.Select(gap => $"# {gap}\n").Order(StringComparer.Ordinal));
        return string.Concat(notes) + (emitted.Succeeded ? emitted.ToYaml() : "");
    }
}
