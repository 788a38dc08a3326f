namespace PolicyKit.Rules;

/// <summary>Says on a word of the vocabulary what the port or peer it stands for is, whatever its arguments are.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class WordAttribute : Attribute
{
    public WordAttribute(PortTraits ports) => Ports = ports;

    public WordAttribute(PeerTraits peers) => Peers = peers;

    public PortTraits? Ports { get; }

    public PeerTraits? Peers { get; }
}
