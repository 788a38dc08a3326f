namespace PolicyKit.Verification.Engines.Cilium.Crd;

/// <summary>What a CRD demands of one value.</summary>
internal abstract record CrdType
{
    private CrdType()
    {
    }

    /// <summary>Whatever is written is stored.</summary>
    internal sealed record Anything : CrdType;

    /// <summary>True or false.</summary>
    internal sealed record Truth : CrdType;

    /// <summary>A whole number with bounds.</summary>
    internal sealed record Whole(long Least, long Most) : CrdType;

    /// <summary>A text that satisfies a pattern, a format or an enumeration.</summary>
    internal sealed record Text(Func<string, bool>? Accepts = null, string Mend = "") : CrdType;

    /// <summary>A whole number, or a text that satisfies a pattern.</summary>
    internal sealed record WholeOrText(Text OfText) : CrdType;

    /// <summary>A map from any key to texts.</summary>
    internal sealed record Texts(Text Value) : CrdType;

    /// <summary>A list.</summary>
    internal sealed record Items(CrdType Item, int Least = 0, int Most = int.MaxValue, bool Distinct = false) : CrdType;

    /// <summary>A map with known fields; what it does not know is dropped.</summary>
    internal sealed record Map(params CrdField?[] Written) : CrdType
    {
        /// <summary>Fields that must be there.</summary>
        public string[] Required { get; init; } = [];

        /// <summary>Fields of which exactly one must be there; none given: no such demand.</summary>
        public string[] ExactlyOneOf { get; init; } = [];

        /// <summary>Fields of which at least one must be there; none given: no such demand.</summary>
        public string[] AtLeastOneOf { get; init; } = [];

        /// <summary>The fields that this version of the CRD has.</summary>
        public IEnumerable<CrdField> Fields => Written.OfType<CrdField>();
    }
}

/// <summary>A field of a map.</summary>
internal sealed record CrdField(string Name, CrdType Type);
