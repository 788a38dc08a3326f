namespace PolicyKit.Manifests;

/// <summary>What a folder of saved manifests looks like.</summary>
public enum GitOpsLayout
{
    /// <summary>One file a manifest, and a <c>kustomization.yaml</c> that lists them.</summary>
    Kustomize,

    /// <summary>One file a manifest, and nothing else.</summary>
    Flat,
}
