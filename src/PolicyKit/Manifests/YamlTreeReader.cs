using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyKit.Manifests;

/// <summary>Input: the text of one document. Output: its tree, or null when there is nothing but blanks and comments.</summary>
/// <remarks>
/// Promise: only what all readers of Kubernetes manifests read the same way is taken. The library gives the events of the text; what
/// they mean is decided here.
/// </remarks>
internal sealed class YamlTreeReader(DocumentText document, Reading reading)
{
    private readonly TreeBuilder _tree = new(reading);
    private TextPosition _position = new(document.FirstLine, 1);

    /// <summary>How many maps and lists in braces and brackets are open; in them blanks mean nothing, tabs too.</summary>
    private int _flow;

    /// <exception cref="ReadingStopped">The document cannot be read on; the reason was reported.</exception>
    public ManifestNode? Read()
    {
        try
        {
            if (document.Separator.Length > 0) throw reading.Refuse(_position, $"The line '---' also holds {UserWords.Quote(document.Separator)}.", "Begin the document on the next line: kubectl refuses this one.");
            UnreadableCharacters.Refuse(document, reading);
            if (JsonTreeReader.ReadAlike(document, reading) is { } json) return json;
            var parser = new Parser(new StringReader(document.Text));
            while (parser.MoveNext()) Take(parser.Current!);
            return _tree.Root;
        }
        catch (YamlException exception)
        {
            throw SyntaxFindings.Refuse(exception, PositionOf(exception.Start), _tree.Innermost, document, reading);
        }
        catch (Exception exception) when (exception is not (ReadingStopped or OutOfMemoryException))
        {
            // The library reports a few malformed texts with exceptions of other kinds and without a place (two first halves of a
            // surrogate pair among them); they are findings all the same.
            throw reading.Refuse(_position, "The YAML cannot be read on from here.", "Look at the text behind this place, and at its escapes.");
        }
    }

    private void Take(ParsingEvent met)
    {
        _position = PositionOf(met.Start);
        switch (met)
        {
            case DocumentStart: BeginDocument(); break;
            case AnchorAlias alias:
                if (_tree.ExpectsKey) throw reading.Refuse(_position, $"The alias {UserWords.Quote("*" + alias.Value.Value)} stands where a key belongs.", "Write the key out.");
                _tree.AddAlias(alias.Value.Value, _position);
                break;
            case MappingStart map:
                Begin(map, "map", map.Style == MappingStyle.Flow);
                _tree.BeginMap(_position, AnchorOf(map));
                break;
            case SequenceStart list:
                Begin(list, "list", list.Style == SequenceStyle.Flow);
                _tree.BeginList(_position, AnchorOf(list));
                break;
            case MappingEnd or SequenceEnd:
                if (_flow > 0) _flow--;
                _tree.End();
                break;
            case Scalar scalar: TakeScalar(scalar); break;
        }
    }

    private void Begin(NodeEvent start, string what, bool isFlow)
    {
        if (_tree.ExpectsKey) throw reading.Refuse(_position, $"A {what} stands where a key belongs.", "Quote the key if its brackets are meant as text.");
        RefuseTag(start);
        RefuseTab(start);
        if (isFlow || _flow > 0) _flow++;
    }

    private void BeginDocument()
    {
        if (_tree.Root is not null) throw reading.Refuse(_position, "A second document stands behind the line '...'.", "Begin it with a line '---': kubectl drops this one.");
        reading.CountDocument(_position);
    }

    private void TakeScalar(Scalar scalar)
    {
        RefuseTag(scalar);
        RefuseTab(scalar);
        PlainScalar.Refusal? refusal = null;
        ManifestNode node = scalar.Style == ScalarStyle.Plain ? PlainScalar.Read(scalar.Value, _position, reading.Limits.WordsAsInYaml12, out refusal) : new ManifestText(scalar.Value, _position);
        if (_tree.ExpectsKey)
        {
            if (node is not ManifestText || refusal is not null) ReportKey(scalar.Value);
            if (AnchorOf(scalar) is { } anchor) reading.Report(_position, $"The anchor {UserWords.Quote("&" + anchor)} stands before a key.", "Put it before the value, behind the ':'.");
            _tree.Key(scalar.Value, _position);
            return;
        }

        if (refusal is not null) reading.Report(_position, refusal.Message, refusal.Mend);
        _tree.Add(node, AnchorOf(scalar));
    }

    /// <summary>YAML indents with spaces alone; the library lets a tab pass for one space in places, which other readers do not.</summary>
    private void RefuseTab(NodeEvent node)
    {
        if (_flow > 0) return;
        var blanks = document.BlanksBefore((int)node.Start.Index);
        if (blanks.IndexOf('\t') is >= 0 and var at) throw reading.Refuse(_position with { Column = at + 1 }, SyntaxFindings.Tab.Message, SyntaxFindings.Tab.Mend);
    }

    private void ReportKey(string key)
    {
        if (key == "<<") reading.Report(_position, "The merge key '<<' is not part of YAML 1.2.", "Write the merged keys out.");
        else if (key.Length == 0) reading.Report(_position, "The key before the ':' is missing.", "Write the key, or quote the text if the ':' belongs to it.");
        else reading.Report(_position, $"The key {UserWords.Quote(key)} without quotes is not text to all readers of YAML.", $"Quote it: {UserWords.Quote(key, '\"')}.");
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty) reading.Report(_position, $"The tag {UserWords.Quote(node.Tag.ToString())} is not part of a manifest.", "Remove the tag, and quote the value if it is text.");
    }

    private static string? AnchorOf(ParsingEvent met) => met is NodeEvent { Anchor: { IsEmpty: false } anchor } ? anchor.Value : null;

    private TextPosition PositionOf(Mark mark) => new((int)mark.Line + document.FirstLine - 1, (int)mark.Column);
}
