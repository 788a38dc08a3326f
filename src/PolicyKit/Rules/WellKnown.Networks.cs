// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Networks that rules know by heart.</summary>
internal static partial class WellKnown
{
    // Networks that installers give to Services unless told otherwise.
    private static readonly CidrBlock[] UsualServiceNetworks =
        [.. new[] { "10.96.0.0/12", "10.43.0.0/16", "172.20.0.0/16", "172.30.0.0/16", "10.152.183.0/24" }.Select(Parsed)];

    // Networks from which pods get their addresses where the profile does not say so.
    private static readonly CidrBlock[] UsualPodNetworks =
        [.. new[] { "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7" }.Select(Parsed)];

    /// <summary>Whether a network lies where installers put Services unless told otherwise.</summary>
    internal static bool IsUsualServiceNetwork(CidrBlock block) => block.IsInOneOf(UsualServiceNetworks);

    /// <summary>Whether pods may have addresses of a network, when nothing is known of the cluster.</summary>
    internal static bool MayHoldPods(CidrBlock block) => Array.Exists(UsualPodNetworks, usual => usual.Overlaps(block));

    private static CidrBlock Parsed(string text) => CidrBlock.TryParse(text, out var block, out var problem) ? block! : throw new FormatException(problem);
}
