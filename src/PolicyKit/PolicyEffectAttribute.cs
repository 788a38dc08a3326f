namespace PolicyKit;

/// <summary>Tells the analyzers what a method does to the policy or set it is given first, and returns.</summary>
/// <remarks>Put it on helpers that other assemblies call: the analyzers read bodies in source, and cannot read them in a library. It changes nothing at run time.</remarks>
/// <param name="effects">What every call does, whatever its arguments are.</param>
/// <example>
/// <code>[PolicyEffect(PolicyEffects.SettlesApiServer | PolicyEffects.RestrictsEgress)]
/// public static Policy WithCompanyDefaults(this Policy policy) => policy.AllowApiServer();</code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PolicyEffectAttribute(PolicyEffects effects) : Attribute
{
    /// <summary>What every call does.</summary>
    public PolicyEffects Effects { get; } = effects;
}
