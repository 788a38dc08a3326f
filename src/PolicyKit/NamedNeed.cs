namespace PolicyKit;

/// <summary>Something with a name that a workload has to reach, as <see cref="Dsl.Need"/> declares it.</summary>
/// <remarks>It opens nothing. Where egress is denied and no rule of the set allows all of it, that is an error (PK1014).</remarks>
public sealed record NamedNeed : INeed
{
    internal NamedNeed(string name, Port port, ValueArray<EgressPeer> peers)
    {
        ArgumentNullException.ThrowIfNull(port);
        Name = Reason.Checked(name);
        Port = port;
        Peers = peers;
    }

    /// <summary>What it is, in the words of messages.</summary>
    public string Name { get; }

    /// <summary>The port that has to be open.</summary>
    public Port Port { get; }

    /// <summary>Where it is; every one of them has to be reached.</summary>
    public ValueArray<EgressPeer> Peers { get; }

    /// <summary>The need on one line.</summary>
    /// <returns>For example <c>object store: 443/TCP to Cidr("203.0.113.0/24")</c>.</returns>
    public override string ToString() => $"{Name}: {Port} to {Words.List([.. Peers.Select(peer => peer.ToString())])}";
}
