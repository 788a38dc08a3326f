using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>Addresses outside the cluster, as a network with holes.</summary>
/// <remarks>
/// Whether it also reaches pods or nodes that happen to have such an address is decided by the engine that enforces; name pods by their
/// labels and nodes by <see cref="Dsl.Nodes"/>.
/// </remarks>
public sealed record NetworkPeer : Peer
{
    internal NetworkPeer(CidrBlock block, ValueArray<CidrBlock> exceptions)
    {
        Block = block;
        Exceptions = exceptions;
    }

    /// <summary>The network.</summary>
    public CidrBlock Block { get; }

    /// <summary>What is taken out of it, sorted.</summary>
    public ValueArray<CidrBlock> Exceptions { get; }

    /// <summary>The same network without the given ones.</summary>
    /// <param name="network">A network strictly inside this one.</param>
    /// <param name="more">Further ones.</param>
    /// <returns>A new peer.</returns>
    /// <example><code>Cidr("10.0.0.0/8").Except("10.96.0.0/12")</code></example>
    /// <exception cref="FormatException">A text is not a network.</exception>
    [Verb(Verb.Keep)]
    public NetworkPeer Except([Literal(LiteralKind.Network)] string network, [Literal(LiteralKind.Network)] params string[] more) => new(
        Block,
        Exceptions.Concat(more.Prepend(network).Select(CidrBlock.Parse)).Distinct().Order().ToValueArray());

    /// <inheritdoc/>
    public override string ToString() =>
        Exceptions.Count == 0 ? $"Cidr(\"{Block}\")" : $"Cidr(\"{Block}\").Except({Words.Quote(Exceptions)})";
}
