namespace PolicyKit;

/// <summary>Whatever a written rule can name at the other end of a connection.</summary>
/// <remarks>The hierarchy is closed. A leaf prints as it is written in C#.</remarks>
public abstract record RulePeer
{
    private protected RulePeer()
    {
    }

    /// <summary>The peer as it is written in C#.</summary>
    /// <returns>For example <c>Namespace("monitoring")</c>.</returns>
    public abstract override string ToString();
}

/// <summary>A peer that a pod can connect to: what <see cref="EgressClause.To(EgressPeer, EgressPeer[])"/> takes.</summary>
public abstract record EgressPeer : RulePeer
{
    private protected EgressPeer()
    {
    }
}

/// <summary>A peer that can stand at either end of a connection: what <see cref="IngressClause.From(Peer, Peer[])"/> takes.</summary>
public abstract record Peer : EgressPeer
{
    private protected Peer()
    {
    }
}

/// <summary>The pod's own node, as the source of health probes. Only <see cref="IngressClause.FromKubelet"/> makes it.</summary>
public sealed record KubeletPeer : RulePeer
{
    private KubeletPeer()
    {
    }

    internal static KubeletPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "FromKubelet()";
}
