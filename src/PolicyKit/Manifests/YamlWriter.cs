namespace PolicyKit.Manifests;

/// <summary>Input: manifest trees. Output: YAML. Promise: every reader of YAML reads the same tree back, and the same tree gives the same bytes.</summary>
/// <remarks>
/// Block style; two spaces a level; a list stands under its key without further indentation, as kubectl writes it. Every document
/// starts with a line <c>---</c>, the first one too: texts that were written apart can then be joined, and neither swallows the other.
/// </remarks>
internal readonly ref struct YamlWriter
{
    /// <summary>YAML readers look no further than 1,024 characters for the colon behind a key; one character may take six.</summary>
    private const int LongestSimpleKey = 128;

    private readonly CharBuffer _output;

    private YamlWriter(CharBuffer output) => _output = output;

    /// <summary>Writes manifests whose trees were found writable before, one after the other, without keeping any.</summary>
    public static void WriteChecked(TextWriter target, IEnumerable<Manifest> manifests)
    {
        using var output = new CharBuffer(target);
        var writer = new YamlWriter(output);
        foreach (var manifest in manifests) writer.Document(manifest.Root);
        output.Flush();
    }

    /// <summary>The text of manifests whose trees were found writable before.</summary>
    public static string CheckedToText(IEnumerable<Manifest> manifests)
    {
        using var output = new CharBuffer();
        var writer = new YamlWriter(output);
        foreach (var manifest in manifests) writer.Document(manifest.Root);
        return output.ToString();
    }

    /// <exception cref="ArgumentException">The tree cannot be written.</exception>
    public static string ToText(ManifestNode root)
    {
        WritableTree.Check(root);
        using var output = new CharBuffer();
        new YamlWriter(output).Document(root);
        return output.ToString();
    }

    private void Document(ManifestNode root)
    {
        _output.Append("---\n");
        Item(root, 0);
    }

    /// <summary>A node whose first character stands at the current place; its further lines start at the indentation.</summary>
    private void Item(ManifestNode node, int indentation)
    {
        switch (node)
        {
            case ManifestText text:
                Text(text.Value);
                _output.Append('\n');
                break;
            case ManifestMap { Count: > 0 } map: Map(map, indentation); break;
            case ManifestList { Count: > 0 } list: List(list, indentation); break;
            default:
                Scalar(node);
                _output.Append('\n');
                break;
        }
    }

    private void Map(ManifestMap map, int indentation)
    {
        var first = true;
        foreach (ref readonly var entry in map.AsSpan())
        {
            if (!first) _output.AppendSpaces(indentation);
            first = false;
            Key(entry.Key, indentation);
            Value(entry.Value, indentation);
        }
    }

    private void List(ManifestList list, int indentation)
    {
        var first = true;
        foreach (var item in list.AsSpan())
        {
            if (!first) _output.AppendSpaces(indentation);
            first = false;
            _output.Append("- ");
            Item(item, indentation + 2);
        }
    }

    private void Key(string key, int indentation)
    {
        if (key.Length <= LongestSimpleKey)
        {
            Text(key);
        }
        else
        {
            _output.Append("? ");
            Text(key);
            _output.Append('\n');
            _output.AppendSpaces(indentation);
        }

        _output.Append(':');
    }

    private void Value(ManifestNode value, int indentation)
    {
        var child = value switch
        {
            ManifestText => -1,
            ManifestMap { Count: > 0 } => indentation + 2,
            ManifestList { Count: > 0 } => indentation,
            _ => -1,
        };
        _output.Append(child < 0 ? ' ' : '\n');
        if (child >= 0) _output.AppendSpaces(child);
        Item(value, child);
    }

    private void Scalar(ManifestNode node)
    {
        switch (node)
        {
            case ManifestMap: _output.Append("{}"); break;
            case ManifestList: _output.Append("[]"); break;
            default: JsonWriter.Scalar(_output, node); break;
        }
    }

    private void Text(string text)
    {
        if (PlainText.IsSafe(text)) _output.Append(text);
        else QuotedText.Append(_output, text);
    }
}
