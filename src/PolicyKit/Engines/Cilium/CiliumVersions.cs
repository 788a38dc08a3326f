using PolicyKit.Ir;

namespace PolicyKit.Engines.Cilium;

/// <summary>Since when Cilium has what we write. An older CRD drops an unknown field without a word, and what remains means something else.</summary>
internal static class CiliumVersions
{
    /// <summary>The oldest version whose CRD and agent were looked at.</summary>
    public static readonly EngineVersion Oldest = new(1, 14);

    /// <summary><c>endPort</c>.</summary>
    public static readonly EngineVersion PortRanges = new(1, 16);

    /// <summary><c>enableDefaultDeny</c>.</summary>
    public static readonly EngineVersion NonDefaultDeny = new(1, 16);

    /// <summary><c>**.</c> as one label or more; older agents read it like <c>*.</c>.</summary>
    public static readonly EngineVersion NamesOfAnyDepth = new(1, 19);

    /// <summary><c>policy-default-local-cluster</c>.</summary>
    public static readonly EngineVersion LocalClusterByDefault = new(1, 19);

    /// <summary>A named port on egress is looked up at each destination.</summary>
    public static readonly EngineVersion NamesAtEachDestination = new(1, 20);

    /// <summary>In which the holes of a network that is every address may be lost: its identities are folded into that of the world.</summary>
    public static readonly EngineVersion LosesHolesInEverything = new(1, 20);

    /// <summary>Refuses versions that are older than what was looked at.</summary>
    public static bool IsKnown(PolicyEntry entry, LoweringContext context)
    {
        if (context.Facts.Cilium.Version >= Oldest) return true;
        context.Refuse("PK3008", entry.Origin,
            $"Policy '{entry.Id}' is for {context.Engine} {context.Facts.Cilium.Version}, and what versions before {Oldest} make of it is not known.",
            "Say the version that the cluster runs with 'cilium.version'.");
        return false;
    }
}
