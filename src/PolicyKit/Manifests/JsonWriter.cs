using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace PolicyKit.Manifests;

/// <summary>Input: a manifest tree. Output: JSON. Promise: every reader of JSON reads the same tree back, and the same tree gives the same bytes.</summary>
/// <remarks>Either indented by two spaces a level, or on one line without a blank. No line end behind the last character.</remarks>
internal readonly ref struct JsonWriter
{
    private readonly CharBuffer _output;
    private readonly bool _indented;

    private JsonWriter(CharBuffer output, bool indented)
    {
        _output = output;
        _indented = indented;
    }

    /// <exception cref="ArgumentException">The tree cannot be written.</exception>
    public static string ToText(ManifestNode root, bool indented)
    {
        WritableTree.Check(root);
        using var output = new CharBuffer();
        new JsonWriter(output, indented).Node(root, 0);
        return output.ToString();
    }

    /// <summary>A number, a truth value or null; YAML writes them the same way.</summary>
    [SuppressMessage("PolicyKit.House", "PKB001", Justification = "Maps, lists and texts are written by the callers, each in its own way.")]
    public static void Scalar(CharBuffer output, ManifestNode node)
    {
        switch (node)
        {
            case ManifestInteger number: output.Append(number.Value); break;
            case ManifestDecimal number: output.Append(number.Value); break;
            case ManifestBoolean truth: output.Append(truth.Value ? "true" : "false"); break;
            case ManifestNull: output.Append("null"); break;
            default: throw new UnreachableException();
        }
    }

    private void Node(ManifestNode node, int depth)
    {
        switch (node)
        {
            case ManifestMap map: Map(map, depth); break;
            case ManifestList list: List(list, depth); break;
            case ManifestText text: QuotedText.Append(_output, text.Value); break;
            default: Scalar(_output, node); break;
        }
    }

    private void Map(ManifestMap map, int depth)
    {
        _output.Append('{');
        for (var i = 0; i < map.Count; i++)
        {
            Next(i, depth + 1);
            QuotedText.Append(_output, map[i].Key);
            _output.Append(_indented ? ": " : ":");
            Node(map[i].Value, depth + 1);
        }

        End('}', map.Count, depth);
    }

    private void List(ManifestList list, int depth)
    {
        _output.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            Next(i, depth + 1);
            Node(list[i], depth + 1);
        }

        End(']', list.Count, depth);
    }

    private void Next(int index, int depth)
    {
        if (index > 0) _output.Append(',');
        NewLine(depth);
    }

    private void End(char bracket, int count, int depth)
    {
        if (count > 0) NewLine(depth);
        _output.Append(bracket);
    }

    private void NewLine(int depth)
    {
        if (!_indented) return;
        _output.Append('\n');
        _output.AppendSpaces(2 * depth);
    }
}
