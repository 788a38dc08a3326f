using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>A place inside an object: the path to it, and where it stands in the file.</summary>
internal readonly record struct Place(string Path, TextPosition Position)
{
    public static Place Root(Manifest manifest) => new("", manifest.Root.Position);

    public Place Field(string key, TextPosition position) => new(Path.Length == 0 ? key : $"{Path}.{key}", position.IsKnown ? position : Position);

    public Place Item(int index, TextPosition position) => new(FormattableString.Invariant($"{Path}[{index}]"), position.IsKnown ? position : Position);
}
