namespace PolicyKit;

/// <summary>What a gap does to the flows it covers.</summary>
public enum GapEffect
{
    /// <summary>The engine allows flows that the policy denies.</summary>
    Opens,

    /// <summary>The engine denies flows that the policy allows.</summary>
    Cuts,

    /// <summary>The engine may do either.</summary>
    Both,
}

/// <summary>The flows that a gap covers, as data.</summary>
/// <param name="Direction">The direction that is asked.</param>
/// <param name="Namespace">The namespace of the pods it is about, or null for that of whoever applies the manifests.</param>
/// <param name="Subject">The pods it is about.</param>
/// <param name="Peers">The peers at the other end.</param>
/// <param name="Ports">The ports.</param>
/// <param name="Condition">What else must hold for the flows to differ, where that depends on objects outside the set; null when nothing else must.</param>
public sealed record FlowSet(
    Direction Direction, string? Namespace, LabelSelector Subject, ValueArray<RulePeer> Peers, ValueArray<Port> Ports, string? Condition = null);

/// <summary>A declared difference between what was written and what an engine can see.</summary>
/// <param name="Id">The name of the gap, as in <see cref="PolicyKit.Gaps"/>.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Sentence">The difference in one sentence.</param>
/// <param name="Flows">The flows that differ.</param>
/// <param name="Effect">What happens to them.</param>
public sealed record Gap(GapId Id, Engine Engine, string Sentence, FlowSet Flows, GapEffect Effect)
{
    /// <summary>The gap on one line.</summary>
    /// <returns>For example <c>gap outside-sources: on clusterNetworkPolicy, …</c>.</returns>
    public override string ToString() => $"gap {Id}: {Sentence}";
}

/// <summary>The name of a gap.</summary>
/// <param name="Name">The name.</param>
public sealed record GapId(string Name)
{
    /// <summary>The name as a property of <see cref="PolicyKit.Gaps"/>: <c>OutsideSources</c>.</summary>
    internal string PropertyName => string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The name.</summary>
    /// <returns>For example <c>outside-sources</c>.</returns>
    public override string ToString() => Name;
}

/// <summary>The catalogue of gaps. There are no others.</summary>
public static class Gaps
{
    /// <summary>ClusterNetworkPolicy, ingress: sources that are not pods of the pod network cannot be told apart, so they are neither denied nor allowed.</summary>
    public static GapId OutsideSources { get; } = new("outside-sources");

    /// <summary>ClusterNetworkPolicy, placement Baseline: a NetworkPolicy that selects the pod decides alone.</summary>
    public static GapId YieldsToNetworkPolicy { get; } = new("yields-to-network-policy");

    /// <summary>ClusterNetworkPolicy, placement Admin: what a NetworkPolicy allows and the set does not is denied.</summary>
    public static GapId OverridesNetworkPolicy { get; } = new("overrides-network-policy");

    /// <summary>ClusterNetworkPolicy: a NetworkPolicy of the other direction ends evaluation on some enforcers.</summary>
    public static GapId OtherDirection { get; } = new("other-direction");

    /// <summary>ClusterNetworkPolicy on Cilium: egress to nodes cannot be denied in the standard channel, and egress to the pod's own node in neither.</summary>
    public static GapId NodesNotDenied { get; } = new("nodes-not-denied");

    /// <summary>ClusterNetworkPolicy on Cilium: what cannot be denied for lack of a word cannot be allowed either, where a NetworkPolicy denies it.</summary>
    public static GapId NodesNotAllowed { get; } = new("nodes-not-allowed");

    /// <summary>ClusterNetworkPolicy: a named port is matched whatever its protocol.</summary>
    public static GapId NamedPortProtocol { get; } = new("named-port-protocol");

    /// <summary>Host names are enforced by the addresses learned for them; other names on those addresses pass too.</summary>
    public static GapId NameByAddress { get; } = new("name-by-address");

    /// <summary>A leading <c>*.</c> stands for one or more labels.</summary>
    public static GapId NameDepth { get; } = new("name-depth");

    /// <summary>Kubernetes with an unknown enforcer: whether an address block reaches nodes is not known.</summary>
    public static GapId AddressAndNodes { get; } = new("address-and-nodes");

    /// <summary>Cilium: an address of the resolver that is a node's can only be opened as the whole node, and every node where it may be any of them.</summary>
    public static GapId ResolverByNode { get; } = new("resolver-by-node");

    /// <summary>Cilium with ClusterMesh: pods of other clusters with the same labels match.</summary>
    public static GapId MeshWide { get; } = new("mesh-wide");

    /// <summary>Kubernetes, dry run: everything is allowed to the selected pods, also what other policies deny.</summary>
    public static GapId DryRunSuspendsOthers { get; } = new("dry-run-suspends-others");

    /// <summary>Dry run: what the set allows is allowed, also where something else denied it.</summary>
    public static GapId DryRunAllows { get; } = new("dry-run-allows");

    /// <summary>A native fragment or raw manifest of another engine says something that this one leaves out.</summary>
    public static GapId FragmentElsewhere { get; } = new("fragment-elsewhere");
}
