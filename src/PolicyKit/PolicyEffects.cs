namespace PolicyKit;

/// <summary>What a method does to the egress of the policy or set it is given and returns.</summary>
[Flags]
public enum PolicyEffects
{
    /// <summary>Nothing that PK1001 and PK1002 ask about.</summary>
    None = 0,

    /// <summary>Adds an egress rule: what no rule allows is denied from then on.</summary>
    RestrictsEgress = 1,

    /// <summary>Allows the API server, or says that none is needed.</summary>
    SettlesApiServer = 2,

    /// <summary>Allows DNS, or says that none is needed.</summary>
    SettlesDns = 8,
}
