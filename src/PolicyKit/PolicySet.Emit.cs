namespace PolicyKit;

public sealed partial class PolicySet
{
    /// <summary>Emits the set for an engine. Nothing is thrown: what cannot stand is a diagnostic of the result.</summary>
    /// <param name="engine">The dialect to write.</param>
    /// <param name="profile">The facts of the cluster; when left out, none are known.</param>
    /// <param name="options">How to treat gaps.</param>
    /// <returns>The manifests, or the reasons why there are none.</returns>
    /// <example><code>return policies.Emit(Engine.Kubernetes, profile).Print();</code></example>
    [CompletePolicySet]
    public EmitResult Emit(Engine engine, ClusterProfile? profile = null, EmitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Emission.Run(this, engine, profile ?? ClusterProfile.Unknown, options ?? new());
    }
}
