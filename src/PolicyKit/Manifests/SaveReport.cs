namespace PolicyKit.Manifests;

/// <summary>What saving did to a folder; the names are sorted.</summary>
/// <param name="Written">The files that are new or have new content.</param>
/// <param name="Removed">The files of an earlier saving that are no longer made, and that nobody had changed.</param>
/// <param name="Kept">The files of an earlier saving that are no longer made, but that somebody changed: they are yours now.</param>
public sealed record SaveReport(ValueArray<string> Written, ValueArray<string> Removed, ValueArray<string> Kept);
