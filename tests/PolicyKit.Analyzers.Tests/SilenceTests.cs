namespace PolicyKit.Analyzers.Tests;

/// <summary>Programs as people write them: nothing is found in them, and nothing throws, for an exception in an analyzer fails a build.</summary>
public class SilenceTests
{
    private static IEnumerable<string> Programs => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Silence"), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Programs))]
    public void Nothing_is_said_of(string program)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Silence", program));
        // A program that somebody is still typing; every other one compiles.
        var compilation = source.StartsWith("// incomplete", StringComparison.Ordinal) ? Snippet.CompileAnything(source) : Snippet.Compile(source);
        Snippet.Analyze(compilation).Select(one => one.ToString()).ShouldBeEmpty();
        Snippet.Analyze(compilation, concurrent: true).ShouldBeEmpty();
    }

    /// <summary>An editor shows every state on the way to a program: the analyzers see each of them.</summary>
    [TestCaseSource(nameof(Programs))]
    public void Nothing_throws_while_somebody_types(string program)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Silence", program));
        for (var part = 1; part < 6; part++) Snippet.Analyze(Snippet.CompileAnything(source[..(source.Length * part / 6)])).ShouldAllBe(one => one.Id.StartsWith("PK"));
    }
}
