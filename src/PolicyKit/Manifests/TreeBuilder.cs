namespace PolicyKit.Manifests;

/// <summary>Input: what a parser meets, in order. Output: the tree of one document. Promise: nothing grows beyond the limits, and no key stands twice.</summary>
/// <remarks>Not recursive: the depth of a text costs no stack.</remarks>
internal sealed class TreeBuilder(Reading reading)
{
    private readonly Stack<Frame> _open = new();
    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);

    public ManifestNode? Root { get; private set; }

    public bool ExpectsKey => _open.TryPeek(out var frame) && frame.ExpectsKey;

    /// <summary>Where the innermost map or list that is still open begins.</summary>
    public TextPosition Innermost => _open.TryPeek(out var frame) ? frame.Position : default;

    public void BeginMap(TextPosition position, string? anchor = null) => Begin(new Frame([], null, position, anchor));

    public void BeginList(TextPosition position, string? anchor = null) => Begin(new Frame(null, [], position, anchor));

    public void End()
    {
        var frame = _open.Pop();
        Add(frame.ToNode(), frame.Size, frame.Anchor);
    }

    public void Key(string key, TextPosition position)
    {
        CheckLength(key, position);
        if (_open.Peek().TryOpenKey(key, position, out var earlier)) return;
        reading.Report(position, $"The key {UserWords.Quote(key)} stands twice in one map: here and at {earlier}.", "Remove one of the two.");
    }

    public void Add(ManifestNode scalar, string? anchor = null)
    {
        if (scalar is ManifestText text) CheckLength(text.Value, text.Position);
        reading.CountNode(scalar.Position);
        Add(scalar, 1, anchor);
    }

    public void AddAlias(string name, TextPosition position)
    {
        if (!_anchors.TryGetValue(name, out var target))
        {
            var isOpen = _open.Any(frame => frame.Anchor == name);
            throw isOpen
                ? reading.Refuse(position, $"The alias {UserWords.Quote("*" + name)} stands inside what it is an alias of.", "Write the text out.")
                : reading.Refuse(position, $"There is no anchor {UserWords.Quote("&" + name)} before the alias {UserWords.Quote("*" + name)}.", "Define the anchor first, or quote the text if it is not an alias.");
        }

        reading.CountAliasedNodes(position, target.Size);
        CheckDepth(_open.Count + target.Node.Depth, position);
        Add(target.Node, target.Size, null);
    }

    private void Begin(Frame frame)
    {
        CheckDepth(_open.Count + 1, frame.Position);
        reading.CountNode(frame.Position);
        if (frame.Anchor is not null) _anchors.Remove(frame.Anchor);
        _open.Push(frame);
    }

    private void Add(ManifestNode node, long size, string? anchor)
    {
        if (anchor is not null) _anchors[anchor] = new Anchored(node, size);
        if (_open.TryPeek(out var parent)) parent.Add(node, size);
        else Root = node;
    }

    private void CheckDepth(int depth, TextPosition position)
    {
        if (depth > reading.Limits.Depth) throw reading.Refuse(position, $"More than {reading.Limits.Depth} maps and lists stand in each other here.", "Write the text flatter.");
    }

    private void CheckLength(string text, TextPosition position)
    {
        if (text.Length > reading.Limits.ScalarLength) throw reading.Refuse(position, $"A text of {text.Length} characters stands here; the most is {reading.Limits.ScalarLength}.", "Shorten it.");
    }

    private readonly record struct Anchored(ManifestNode Node, long Size);

    /// <summary>A map or a list that is still open.</summary>
    private sealed class Frame(List<ManifestEntry>? entries, List<ManifestNode>? items, TextPosition position, string? anchor)
    {
        /// <summary>A handful of keys is searched one by one; more of them through a dictionary, so that no map costs the square of its size.</summary>
        private const int Handful = 16;

        private Dictionary<string, TextPosition>? _keys;
        private string? _key;
        private TextPosition _keyPosition;

        public TextPosition Position => position;

        public string? Anchor => anchor;

        public long Size { get; private set; } = 1;

        public bool ExpectsKey => entries is not null && _key is null;

        public bool TryOpenKey(string key, TextPosition at, out TextPosition earlier)
        {
            _key = key;
            _keyPosition = at;
            earlier = FindKey(key);
            if (!earlier.IsKnown) _keys?.Add(key, at);
            return !earlier.IsKnown;
        }

        public void Add(ManifestNode node, long size)
        {
            Size += size;
            if (_key is null) items!.Add(node);
            else entries!.Add(new ManifestEntry(_key, node, _keyPosition));
            _key = null;
        }

        public ManifestNode ToNode() =>
            entries is null ? ManifestList.Trusted([.. items!], position) : ManifestMap.Trusted([.. entries], position);

        private TextPosition FindKey(string key)
        {
            if (entries!.Count == Handful) _keys ??= entries.DistinctBy(e => e.Key, StringComparer.Ordinal).ToDictionary(e => e.Key, e => e.KeyPosition, StringComparer.Ordinal);
            if (_keys is not null) return _keys.GetValueOrDefault(key);
            foreach (var entry in entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.KeyPosition;
            }

            return default;
        }
    }
}
