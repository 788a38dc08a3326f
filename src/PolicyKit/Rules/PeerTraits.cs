// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>What PK1001 and PK1002 ask of a rule's peers. Pods and networks that can be neither the API server nor a resolver have no trait.</summary>
[Flags]
internal enum PeerTraits
{
    None = 0,
    ApiServer = 1,
    Anywhere = 2,
    OutsideCluster = 4,
    Nodes = 8,

    /// <summary>A network that is private, a single address, or nearly everything: it may hold the API server or a resolver.</summary>
    OpenNetwork = 16,
    Internet = 32,

    /// <summary>A host name, for which the resolver allows DNS by itself.</summary>
    HostName = 64,
    ClusterDns = 128,

    /// <summary>Pods of a namespace where resolvers run, or of namespaces not named one by one.</summary>
    SystemPods = 256,
}
