namespace PolicyKit.Verification.Sets;

/// <summary>A set of protocols that have ports; the default value is the empty set.</summary>
public readonly record struct ProtocolSet
{
    private static readonly Protocol[] Every = Enum.GetValues<Protocol>();
    private readonly byte _bits;

    private ProtocolSet(int bits) => _bits = (byte)bits;

    /// <summary>TCP, UDP and SCTP.</summary>
    public static ProtocolSet All { get; } = new(0b111);

    /// <summary>Whether there is no protocol in it.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The set of one protocol.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The set.</returns>
    public static ProtocolSet Of(Protocol protocol) => new(1 << (int)protocol);

    /// <summary>Whether a protocol is in the set.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(Protocol protocol) => (_bits & (1 << (int)protocol)) != 0;

    /// <summary>The protocols of either set.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    /// <returns>The union.</returns>
    public static ProtocolSet operator |(ProtocolSet left, ProtocolSet right) => new(left._bits | right._bits);

    /// <summary>The protocols, for messages.</summary>
    /// <returns>For example <c>TCP, UDP</c>; <c>nothing</c> for the empty set.</returns>
    public override string ToString()
    {
        var set = this;
        return IsEmpty ? "nothing" : string.Join(", ", Every.Where(set.Contains).Select(protocol => protocol.ToString().ToUpperInvariant()));
    }
}
