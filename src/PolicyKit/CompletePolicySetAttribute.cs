namespace PolicyKit;

/// <summary>Tells the analyzers that a set is complete here: nothing is added to it any more, so what it lacks is missing.</summary>
/// <remarks>Put it on a parameter, or on a method for the set it is called on. It changes nothing at run time.</remarks>
/// <example><code>public static int Deploy([CompletePolicySet] PolicySet policies)</code></example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class CompletePolicySetAttribute : Attribute;
