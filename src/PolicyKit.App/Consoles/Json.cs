using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyKit.App.Consoles;

/// <summary>Writes JSON for programs: on one line, or indented with LF on every system.</summary>
internal static class Json
{
    // The answers go to files and pipes, not into HTML: names stay readable.
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Line with { Indented = true };

    /// <summary>One value on a line of its own.</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> write) => Write(output, Line, write);

    /// <summary>One value on as many lines as it needs.</summary>
    public static void WriteIndented(TextWriter output, Action<Utf8JsonWriter> write) => Write(output, Indented, write);

    private static void Write(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes, options)) write(json);
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        output.Write(options.Indented ? text.ReplaceLineEndings("\n") : text);
        output.Write('\n');
    }
}
