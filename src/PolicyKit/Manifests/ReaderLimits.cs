namespace PolicyKit.Manifests;

/// <summary>How much the reader takes before it refuses a text: what protects a program from input that was made to harm it.</summary>
/// <remarks>The defaults hold ten thousand large policies in one text, and are far above what a cluster takes in one object.</remarks>
public sealed record ReaderLimits
{
    /// <summary>The limits that are used when none are given.</summary>
    public static ReaderLimits Default { get; } = new();

    /// <summary>The most characters of a text, or bytes of a stream or file.</summary>
    public int Size { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most documents in one text.</summary>
    public int Documents { get; init; } = 100_000;

    /// <summary>The most maps and lists that stand in each other.</summary>
    public int Depth { get; init; } = WritableTree.MaximumDepth;

    /// <summary>The most nodes in one text, in all its documents together.</summary>
    public int Nodes { get; init; } = 8_000_000;

    /// <summary>The most nodes that the aliases of one text may stand for, all together.</summary>
    public int AliasedNodes { get; init; } = 100_000;

    /// <summary>The most characters of one text node or key.</summary>
    public int ScalarLength { get; init; } = 1024 * 1024;

    /// <summary>Whether <c>y</c>, <c>no</c>, <c>on</c> and their like are the text that YAML 1.2 takes them for.</summary>
    /// <remarks>Off: kubectl takes them for true and false, so they are refused unless they are quoted.</remarks>
    public bool WordsAsInYaml12 { get; init; }

    /// <summary>The most findings; when there are more, reading ends.</summary>
    public int Findings { get; init; } = 100;
}
