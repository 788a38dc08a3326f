using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>One policy language: which objects are its own, and how its API server and its agents read them.</summary>
internal interface IDialect
{
    /// <summary>Whether an object belongs to this dialect, whatever its version and whether or not it can be read.</summary>
    bool Owns(Manifest manifest);

    /// <summary>Reads an object it owns; null when <paramref name="log"/> says why it is not enforced.</summary>
    PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile);
}
