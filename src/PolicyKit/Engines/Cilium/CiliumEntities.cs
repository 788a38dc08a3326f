using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The entities that peers without labels become.</summary>
[Flags]
internal enum CiliumEntities
{
    /// <summary>No entity.</summary>
    None = 0,

    /// <summary>The pod's own node.</summary>
    Host = 1,

    /// <summary>The API server, wherever its endpoints are.</summary>
    KubeApiServer = 2,

    /// <summary>Every other node.</summary>
    RemoteNode = 4,

    /// <summary>Everything outside the cluster.</summary>
    World = 8,
}

/// <summary>Entities as lists; every combination exists once and is shared.</summary>
internal static class CiliumEntityNodes
{
    private static readonly ManifestList[] Lists = [.. Enumerable.Range(0, 16).Select(flags => Make((CiliumEntities)flags))];

    /// <summary>Nobody: isolates a direction and allows nothing in it.</summary>
    public static readonly ManifestList Nobody = Nodes.List("none");

    /// <summary>Every endpoint.</summary>
    public static readonly ManifestList Everybody = Nodes.List("all");

    /// <summary>The list of some entities, sorted.</summary>
    public static ManifestList Of(CiliumEntities entities) => Lists[(int)entities];

    private static ManifestList Make(CiliumEntities entities)
    {
        var names = new List<string>();
        if (entities.HasFlag(CiliumEntities.Host)) names.Add("host");
        if (entities.HasFlag(CiliumEntities.KubeApiServer)) names.Add("kube-apiserver");
        if (entities.HasFlag(CiliumEntities.RemoteNode)) names.Add("remote-node");
        if (entities.HasFlag(CiliumEntities.World)) names.Add("world");
        return Nodes.Texts(names);
    }
}
