using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PolicyKit.Manifests;

/// <summary>Input: a text that may be JSON. Output: its tree; or nothing when it is not JSON, and then it is for YAML to say what is wrong.</summary>
/// <remarks>
/// JSON is almost YAML. What is not (characters escaped as surrogate pairs, keys of more than 1,024 characters, keys with their colon on
/// the next line) is why it has a reader of its own.
/// </remarks>
internal ref struct JsonTreeReader
{
    /// <summary>How long a key may be that YAML still takes for one.</summary>
    private const int LongestKey = 1000;

    /// <summary>What may mean something else to YAML: escapes, tabs, and line ends of other kinds.</summary>
    private static readonly SearchValues<char> Unlike = SearchValues.Create("\\\t\r");

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Reading _reading;
    private readonly TreeBuilder _tree;
    private int _offset;
    private int _line;
    private int _column = 1;

    private JsonTreeReader(ReadOnlySpan<byte> bytes, int firstLine, Reading reading)
    {
        _bytes = bytes;
        _line = firstLine;
        _reading = reading;
        _tree = new TreeBuilder(reading);
    }

    /// <summary>Whether the text looks like JSON: it starts with a brace or a bracket, and is not cut into documents as YAML is.</summary>
    public static bool MayRead(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..] && !DocumentText.HasSeparator(text);

    /// <exception cref="ReadingStopped">It is JSON that is refused; the reason was reported.</exception>
    public static bool TryRead(string text, Reading reading, out ManifestNode? root)
    {
        root = null;
        try
        {
            root = new JsonTreeReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text), firstLine: 1, reading).Read();
            return true;
        }
        catch (Exception exception) when (exception is JsonException or EncoderFallbackException or InvalidOperationException)
        {
            // InvalidOperationException: an escape that is half of a surrogate pair.
            return false;
        }
    }

    /// <summary>Reads one document of several where it is JSON that YAML reads the same way; this reader is many times faster.</summary>
    /// <returns>The tree, or null when the document is for YAML to read.</returns>
    /// <exception cref="ReadingStopped">It is refused; the reason was reported.</exception>
    public static ManifestNode? ReadAlike(DocumentText document, Reading reading)
    {
        if (document.Text.AsSpan().TrimStart() is not ['{' or '[', ..] || document.Text.AsSpan().ContainsAny(Unlike)) return null;
        var bytes = Encoding.UTF8.GetBytes(document.Text);
        return IsJson(bytes, reading) ? new JsonTreeReader(bytes, document.FirstLine, reading).Read() : null;
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes, Reading reading)
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = reading.Limits.Depth });
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && !IsKeyOfYaml(json.ValueSpan, bytes[((int)json.TokenStartIndex + json.ValueSpan.Length + 2)..])) return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether YAML takes a key for one: it is not too long, and its colon stands on its line.</summary>
    private static bool IsKeyOfYaml(ReadOnlySpan<byte> key, ReadOnlySpan<byte> behind) => key.Length <= LongestKey && behind.IndexOfAny((byte)':', (byte)'\n') is var next && next >= 0 && behind[next] == (byte)':';

    private ManifestNode? Read()
    {
        _reading.CountDocument(new(_line, 1));
        var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = _reading.Limits.Depth });
        while (json.Read())
        {
            var position = MoveTo((int)json.TokenStartIndex);
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject: _tree.BeginMap(position); break;
                case JsonTokenType.StartArray: _tree.BeginList(position); break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray: _tree.End(); break;
                case JsonTokenType.PropertyName: _tree.Key(json.GetString()!, position); break;
                default: _tree.Add(Scalar(ref json, position)); break;
            }
        }

        return _tree.Root;
    }

    private readonly ManifestNode Scalar(ref Utf8JsonReader json, TextPosition position) => json.TokenType switch
    {
        JsonTokenType.String => new ManifestText(json.GetString()!, position),
        JsonTokenType.True => new ManifestBoolean(true, position),
        JsonTokenType.False => new ManifestBoolean(false, position),
        JsonTokenType.Null => new ManifestNull(position),
        _ => Number(Encoding.ASCII.GetString(json.ValueSpan), position),
    };

    /// <summary>Every number of JSON is one of YAML, and is read by the same rule.</summary>
    private readonly ManifestNode Number(string text, TextPosition position)
    {
        var node = PlainScalar.Read(text, position, wordsAsInYaml12: false, out var refusal);
        if (refusal is not null) _reading.Report(position, refusal.Message, refusal.Mend);
        return node;
    }

    private TextPosition MoveTo(int offset)
    {
        var passed = _bytes[_offset..offset];
        var lastBreak = passed.LastIndexOf((byte)'\n');
        _line += passed.Count((byte)'\n');
        _column = (lastBreak < 0 ? _column : 1) + Encoding.UTF8.GetCharCount(passed[(lastBreak + 1)..]);
        _offset = offset;
        return new(_line, _column);
    }
}
