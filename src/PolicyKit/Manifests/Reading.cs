namespace PolicyKit.Manifests;

/// <summary>The state of one reading: what it may still consume, and what it found wrong so far.</summary>
internal sealed class Reading(string? file, ReaderLimits limits)
{
    private readonly List<Diagnostic> _findings = [];
    private int _documents;
    private long _nodes;
    private long _aliasedNodes;

    public ReaderLimits Limits => limits;

    public int FindingCount => _findings.Count;

    public ValueArray<Diagnostic> Findings => _findings.ToValueArray();

    /// <summary>Notes what is wrong and lets the reading go on.</summary>
    public void Report(TextPosition position, string message, string mend)
    {
        if (_findings.Count == limits.Findings)
        {
            Add(position, $"There are more than {limits.Findings} findings; the text was not read further.", "Mend the first ones and read it again.");
            throw new ReadingStopped(endsText: true);
        }

        Add(position, message, mend);
    }

    /// <summary>Notes what is wrong; what it returns, when thrown, gives the document up.</summary>
    public ReadingStopped Refuse(TextPosition position, string message, string mend)
    {
        Report(position, message, mend);
        return new ReadingStopped(endsText: false);
    }

    public void CountDocument(TextPosition position)
    {
        if (++_documents > limits.Documents) throw RefuseRest(position, $"The text has more than {limits.Documents} documents.");
    }

    public void CountNode(TextPosition position)
    {
        if (++_nodes > limits.Nodes) throw RefuseRest(position, $"The text has more than {limits.Nodes} nodes.");
    }

    public void CountAliasedNodes(TextPosition position, long nodes)
    {
        _aliasedNodes += nodes;
        if (_aliasedNodes > limits.AliasedNodes) throw RefuseRest(position, $"The aliases of the text stand for more than {limits.AliasedNodes} nodes.", "Write the text out where the alias stands.");
    }

    private ReadingStopped RefuseRest(TextPosition position, string message, string mend = "Split the text.")
    {
        Report(position, message, mend);
        return new ReadingStopped(endsText: true);
    }

    private void Add(TextPosition position, string message, string mend) =>
        _findings.Add(new Diagnostic("PK5001", Severity.Error, message, mend) { File = file, Position = position });
}
