using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>A value with its place.</summary>
internal sealed record Item<T>(T Value, Place Place);

/// <summary>A key of a map of texts, with its value and its place.</summary>
internal sealed record TextEntry(string Key, string Value, Place Place);

/// <summary>What an int-or-string field holds: exactly one of the two.</summary>
internal sealed record IntOrText(long? Number, string? Text)
{
    public static IntOrText? Of(ManifestNode node) => node switch
    {
        ManifestInteger number => new(number.Value, null),
        ManifestText text => new(null, text.Value),
        _ => null,
    };

    public override string ToString() => Text ?? FormattableString.Invariant($"{Number}");
}
