namespace PolicyKit.Engines.Calico;

/// <summary>What a Calico has, by version. Calico Enterprise counts its versions on its own, and had tiers and staged policies first.</summary>
internal static class CalicoVersions
{
    /// <summary>The oldest version that has all that is written here without asking: <c>services</c> in rules came last.</summary>
    public static EngineVersion Oldest { get; } = new(3, 21);

    public static EngineVersion Staged { get; } = new(3, 30);

    public static bool IsTooOld(this CalicoFacts facts) => facts.Edition is CalicoEdition.Oss && facts.Version < Oldest;

    public static bool HasTiers(this CalicoFacts facts) => facts.Edition is CalicoEdition.Enterprise || facts.Version >= new EngineVersion(3, 29);

    public static bool HasStaged(this CalicoFacts facts) => facts.Edition is CalicoEdition.Enterprise || facts.Version >= Staged;

    /// <summary>Host names as <c>domains</c>; where they are missing the API server drops the key, and the rule is for any address.</summary>
    public static bool HasDomains(this CalicoFacts facts) => facts.Edition is CalicoEdition.Enterprise;

    /// <summary>Whether the name of a policy must begin with its tier.</summary>
    public static bool NamesCarryTheTier(this CalicoFacts facts) => facts.Version < new EngineVersion(3, 32);

    /// <summary>Whether a network of every address is refused in <c>notNets</c>.</summary>
    public static bool RefusesNotEverything(this CalicoFacts facts) => facts.Version >= new EngineVersion(3, 31);

    /// <summary>Whether the CRDs count rules, networks, ports and the letters of selectors.</summary>
    public static bool HasLimits(this CalicoFacts facts) => facts.Version >= new EngineVersion(3, 33);
}
