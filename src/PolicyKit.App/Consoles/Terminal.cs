using System.Text;

namespace PolicyKit.App.Consoles;

/// <summary>The three streams of a command, and what they are connected to.</summary>
internal sealed class Terminal(Stream input, TextWriter output, TextWriter error) : IDisposable
{
    /// <summary>Where <c>-</c> reads from.</summary>
    public Stream Input { get; } = input;

    /// <summary>Where answers go.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Where notes, findings about the input and progress go.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>How answers are coloured.</summary>
    public Palette Colours { get; init; } = Palette.None;

    /// <summary>How what stands on standard error is coloured.</summary>
    public Palette ErrorColours { get; init; } = Palette.None;

    /// <summary>Whether a person watches standard error.</summary>
    public bool IsWatched { get; init; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess()
    {
        var coloured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Console.OpenStandardInput(), Writer(Console.OpenStandardOutput(), flushes: false), Writer(Console.OpenStandardError(), flushes: true))
        {
            Colours = coloured && !Console.IsOutputRedirected ? Palette.Ansi : Palette.None,
            ErrorColours = coloured && !Console.IsErrorRedirected ? Palette.Ansi : Palette.None,
            IsWatched = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }

    /// <summary>Writes a line to standard error.</summary>
    public void Note(string text) => Error.Write($"{text}\n");

    /// <summary>Writes what is still held back.</summary>
    public void Dispose() => Output.Flush();

    // UTF-8 without a mark, and line ends as in the files that people compare: the same bytes on every system.
    private static StreamWriter Writer(Stream stream, bool flushes) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024) { AutoFlush = flushes, NewLine = "\n" };
}
