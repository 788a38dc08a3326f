// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>A port's name belongs to the pod that receives.</summary>
internal static class NamedPorts
{
    /// <summary>Whether a name has nobody to look it up at: toward addresses, nodes, host names and the API server.</summary>
    public static bool HasNobodyToAsk(RulePeer peer) =>
        peer is NetworkPeer or InternetPeer or OutsideClusterPeer or NodesPeer or HostNamePeer or ApiServerPeer or ApiServerAtPeer;
}
