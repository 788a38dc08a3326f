using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Reading;

/// <summary>A policy object that was read and is enforced, in its dialect's own terms.</summary>
internal abstract record PolicyModel(Manifest Manifest)
{
    public string Name => Manifest.Name ?? "";

    public string? Namespace => Manifest.Namespace;

    /// <summary>The enforcer whose own kind this is; unknown for kinds that several enforcers have.</summary>
    public virtual Enforcer Enforcer => Enforcer.Unknown;

    /// <summary>What would be enforced if everything that is staged were; the policy itself when it is not staged.</summary>
    public virtual PolicyModel WithStagedEnforced() => this;

    /// <summary>Where a part of the object comes from.</summary>
    public Source SourceOf(Place place) => Source.Of(Manifest, place.Path, place.Position);
}
