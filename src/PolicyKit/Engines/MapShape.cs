using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>A key of a <see cref="MapShape"/>, known from a version on and perhaps until another.</summary>
internal sealed record Field(string Key, Shape Shape)
{
    public bool IsRequired { get; init; }

    public EngineVersion Since { get; init; }

    public EngineVersion? GoneIn { get; init; }

    public bool IsKnownIn(EngineVersion version) => Since <= version && (GoneIn is not { } gone || version < gone);
}

/// <summary>Keys of which one has to be there, since a version.</summary>
internal sealed record Choice(string[] Keys, bool ExactlyOne, EngineVersion Since = default);

/// <summary>A map of known keys.</summary>
internal sealed class MapShape(Field[] fields, params Choice[] choices) : Shape
{
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.Map(node) is not { } map) return;
        foreach (ref readonly var entry in map.AsSpan())
        {
            check.Enter(entry.Key);
            CheckEntry(check, entry, version);
            check.Leave();
        }

        foreach (var field in fields)
        {
            if (field.IsRequired && field.IsKnownIn(version) && !TreeCheck.Has(map, field.Key)) check.Refuses(map, $"it has no '{field.Key}'");
        }

        foreach (var choice in choices)
        {
            if (choice.Since <= version) CheckChoice(check, map, choice, version);
        }
    }

    private void CheckEntry(TreeCheck check, ManifestEntry entry, EngineVersion version)
    {
        if (Find(entry.Key, version) is not { } field) check.Prunes(entry.Value, "nobody knows this key here");
        else if (!field.IsKnownIn(version)) check.Prunes(entry.Value, $"version {version} does not have this key");
        else if (entry.Value is not ManifestNull) field.Shape.Check(check, entry.Value, version);
    }

    private void CheckChoice(TreeCheck check, ManifestMap map, Choice choice, EngineVersion version)
    {
        var found = 0;
        foreach (var key in choice.Keys)
        {
            if (TreeCheck.Has(map, key) && Find(key, version)!.IsKnownIn(version)) found++;
        }

        if (found == 0) check.Refuses(map, $"it has none of {Keys()}");
        else if (found > 1 && choice.ExactlyOne) check.Refuses(map, $"it has more than one of {Keys()}");

        string Keys() => $"'{string.Join("', '", choice.Keys)}'";
    }

    // A key whose shape changed is there once for each span of versions.
    private Field? Find(string key, EngineVersion version)
    {
        Field? found = null;
        foreach (var field in fields)
        {
            if (!string.Equals(field.Key, key, StringComparison.Ordinal)) continue;
            found = field;
            if (field.IsKnownIn(version)) break;
        }

        return found;
    }
}
