using System.Text;

namespace PolicyKit.Manifests;

/// <summary>Input: bytes. Output: their text. Promise: never more is held in memory than the limit, and the text is what the bytes say.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ReadingStopped">The text is too long; the reason was reported.</exception>
    public static string OfText(string text, Reading reading)
    {
        if (text.Length > reading.Limits.Size) throw reading.Refuse(default, $"The text has {text.Length} characters; the most is {reading.Limits.Size}.", "Split it.");
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    /// <exception cref="ReadingStopped">The file cannot be opened or read, or its bytes are refused; the reason was reported.</exception>
    public static string OfFile(string path, Reading reading)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return OfStream(stream, reading);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw exception is FileNotFoundException or DirectoryNotFoundException
                ? reading.Refuse(default, "There is no such file.", "Look at its name and at the directory it is read from.")
                : reading.Refuse(default, "The file cannot be read.", "See that it is a file, and that this user may read it.");
        }
    }

    /// <exception cref="ReadingStopped">The bytes are too many, or not UTF-8; the reason was reported.</exception>
    public static string OfStream(Stream stream, Reading reading)
    {
        var limit = reading.Limits.Size;
        if (stream.CanSeek && stream.Length - stream.Position > limit) throw TooLarge(reading);
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (var count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            if (bytes.Length + count > limit) throw TooLarge(reading);
            bytes.Write(chunk, 0, count);
        }

        return OfText(Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), reading), reading);
    }

    private static ReadingStopped TooLarge(Reading reading) =>
        reading.Refuse(default, $"The text has more than {reading.Limits.Size} bytes, which is the most; it was not read.", "Split it.");

    private static string Decode(ReadOnlySpan<byte> bytes, Reading reading)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..]) throw reading.Refuse(new(1, 1), "The text is not UTF-8 but UTF-16 or UTF-32.", "Save it as UTF-8.");
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw reading.Refuse(FirstInvalid(bytes), "The text is not UTF-8: here stands a byte that belongs to no character.", "Save it as UTF-8.");
        }
    }

    private static TextPosition FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            bytes = bytes[length..];
        }

        return new(line, column);
    }
}
