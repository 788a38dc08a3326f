namespace PolicyKit;

/// <summary>Manifests in an engine's own YAML, carried beside the policies of a set.</summary>
public sealed record RawManifest : PolicySetEntry
{
    internal RawManifest(Engine engine, string yaml, Origin origin)
    {
        Engine = engine;
        Yaml = yaml;
        Origin = origin;
    }

    /// <summary>The engine whose language it is.</summary>
    public Engine Engine { get; }

    /// <summary>The text: one or more documents.</summary>
    public string Yaml { get; }

    internal override PolicySetEntry WithMode(RolloutMode mode) => this with { Mode = mode };
}
