using PolicyKit.Tests.Shared;

namespace PolicyKit.Conformance;

/// <summary>The folder of cases, where it lies in the repository, and what all cases share.</summary>
internal static class Corpus
{
    public static string Root { get; } = Repository.File("tests", "PolicyKit.Conformance", "corpus");

    /// <summary>The facts of the usual cluster: what a case means when it has no profile of its own.</summary>
    public static ClusterProfile UsualProfile { get; } = ClusterProfile.Load(Path.Combine(Root, "..", "profile.yaml"));
}
