using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>A value with its place.</summary>
internal readonly record struct Item<T>(T Value, Place Place);

/// <summary>What an int-or-string field holds: exactly one of the two.</summary>
internal readonly record struct IntOrText(long? Number, string? Text)
{
    public static IntOrText? Of(ManifestNode node) => node switch
    {
        ManifestInteger number => new(number.Value, null),
        ManifestText text => new(null, text.Value),
        _ => null,
    };

    public override string ToString() => Text ?? FormattableString.Invariant($"{Number}");
}
