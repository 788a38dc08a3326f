namespace PolicyKit.Profiles;

/// <summary>The sections of a profile that say how one engine is set up.</summary>
internal static class EngineFactsReader
{
    private static readonly FactWords<CidrMatchMode> MatchModes = new(("nodes", CidrMatchMode.Nodes), ("pods", CidrMatchMode.Pods));
    private static readonly FactWords<CiliumEnforcement> Enforcements =
        new(("default", CiliumEnforcement.Default), ("always", CiliumEnforcement.Always), ("never", CiliumEnforcement.Never));

    private static readonly FactWords<CalicoEdition> Editions = new(("oss", CalicoEdition.Oss), ("enterprise", CalicoEdition.Enterprise));
    private static readonly FactWords<ReleaseChannel> Channels = new(("standard", ReleaseChannel.Standard), ("experimental", ReleaseChannel.Experimental));
    private static readonly FactWords<Placement> Placements = new(("Baseline", Placement.Baseline), ("Union", Placement.Union), ("Admin", Placement.Admin));

    public static CiliumFacts Cilium(FactMap facts)
    {
        var unsaid = new CiliumFacts();
        return new()
        {
            Version = facts.Version("version") ?? unsaid.Version,
            CidrMatchMode = facts.Values("cidrMatchMode", "a list of words", "Write them as a list: [nodes].", MatchModes.Read) ?? unsaid.CidrMatchMode,
            Enforcement = facts.Word("enforcement", Enforcements) ?? unsaid.Enforcement,
            L7Proxy = facts.Flag("l7Proxy") ?? unsaid.L7Proxy,
            NonDefaultDeny = facts.Flag("nonDefaultDeny") ?? unsaid.NonDefaultDeny,
            Sctp = facts.Flag("sctp") ?? unsaid.Sctp,
            ClusterMesh = facts.Flag("clusterMesh") ?? unsaid.ClusterMesh,
            DefaultLocalCluster = facts.Flag("defaultLocalCluster") ?? unsaid.DefaultLocalCluster,
            ClusterName = facts.Text("clusterName", FactSyntax.ClusterName) ?? unsaid.ClusterName,
        };
    }

    public static CalicoFacts Calico(FactMap facts)
    {
        var unsaid = new CalicoFacts();
        return new() { Version = facts.Version("version") ?? unsaid.Version, Edition = facts.Word("edition", Editions) ?? unsaid.Edition };
    }

    public static ClusterNetworkPolicyFacts ClusterNetworkPolicy(FactMap facts)
    {
        var unsaid = new ClusterNetworkPolicyFacts();
        return new()
        {
            Channel = facts.Word("channel", Channels) ?? unsaid.Channel,
            Placement = facts.Word("placement", Placements) ?? unsaid.Placement,
            AllowPriority = facts.Integer("allowPriority", FactSyntax.Priority) ?? unsaid.AllowPriority,
            DenyPriority = facts.Integer("denyPriority", FactSyntax.Priority) ?? unsaid.DenyPriority,
        };
    }
}
