namespace PolicyKit.Ir;

/// <summary>What a set means, in the words of no engine: input of every engine, output of the <see cref="Resolver"/>.</summary>
/// <remarks>
/// Canonical: names and namespaces are filled in, isolation is explicit for each direction, rules, peers and ports are merged and sorted.
/// Abstract peers stay abstract, with the facts beside them; the rollout mode is carried, not applied.
/// </remarks>
/// <param name="Entries">The entries, sorted.</param>
/// <param name="Facts">The facts of the cluster.</param>
public sealed record PolicyIr(ValueArray<EntryIr> Entries, ClusterProfile Facts)
{
    /// <summary>The policies among the entries.</summary>
    public IEnumerable<PolicyEntry> Policies => Entries.OfType<PolicyEntry>();
}

/// <summary>A resolved entry. The hierarchy is closed.</summary>
public abstract record EntryIr
{
    private protected EntryIr(RolloutMode mode, Origin origin)
    {
        Mode = mode;
        Origin = origin;
    }

    /// <summary>Whether it is enforced or rehearsed.</summary>
    public RolloutMode Mode { get; init; }

    /// <summary>The C# line; no part of equality.</summary>
    public Origin Origin { get; init; }
}

/// <summary>A resolved policy.</summary>
/// <param name="Id">Its name and namespace.</param>
/// <param name="Subject">The pods it is for.</param>
/// <param name="Ingress">What may connect to them; null when not governed.</param>
/// <param name="Egress">What they may connect to; null when not governed.</param>
/// <param name="Order">The rank against policies outside the set, or null.</param>
/// <param name="Labels">The labels of the emitted objects.</param>
/// <param name="Annotations">The annotations of the emitted objects, the reasons of the rules among them.</param>
/// <param name="Fragments">Rules in an engine's own words.</param>
/// <param name="Mode">Whether it is enforced or rehearsed.</param>
/// <param name="Origin">The C# line; no part of equality.</param>
public sealed record PolicyEntry(
    PolicyId Id,
    SubjectIr Subject,
    SectionIr? Ingress,
    SectionIr? Egress,
    int? Order,
    ValueArray<Label> Labels,
    ValueArray<Annotation> Annotations,
    ValueArray<NativeFragment> Fragments,
    RolloutMode Mode,
    Origin Origin) : EntryIr(Mode, Origin)
{
    /// <summary>The section of a direction; null when it is not governed.</summary>
    /// <param name="direction">The direction.</param>
    /// <returns>The section.</returns>
    public SectionIr? Section(Direction direction) => direction is Direction.Ingress ? Ingress : Egress;

    /// <summary>Whether a direction says something in an engine's own words.</summary>
    internal bool HasFragments(Engine engine, Direction direction) => Fragments.Any(fragment => ReferenceEquals(fragment.Engine, engine) && fragment.Direction == direction);
}

/// <summary>Manifests in an engine's own words.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Yaml">The text.</param>
/// <param name="Mode">Whether they are enforced or rehearsed.</param>
/// <param name="Origin">The C# line; no part of equality.</param>
public sealed record RawEntry(Engine Engine, string Yaml, RolloutMode Mode, Origin Origin) : EntryIr(Mode, Origin);

/// <summary>The name of a policy within the cluster.</summary>
/// <param name="Namespace">The namespace, or null where the engine leaves it to the one who applies.</param>
/// <param name="Name">The name.</param>
public sealed record PolicyId(string? Namespace, string Name)
{
    /// <summary>Namespace and name, for messages.</summary>
    /// <returns>For example <c>jaas/web</c>.</returns>
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}

/// <summary>The pods that a policy is for.</summary>
/// <param name="Namespace">Their namespace, or null where the engine leaves it to the one who applies.</param>
/// <param name="Pods">Their labels.</param>
public sealed record SubjectIr(string? Namespace, LabelSelector Pods);

/// <summary>A governed direction.</summary>
/// <param name="Rules">What is allowed; empty when nothing is.</param>
public sealed record SectionIr(ValueArray<RuleIr> Rules);

/// <summary>One allow rule: any of the peers, with any of the ports.</summary>
/// <remarks>INVARIANT (non-empty): there is at least one peer, and the traffic is never nothing.</remarks>
/// <param name="Peers">The peers, sorted and distinct.</param>
/// <param name="Traffic">The ports, the same for every peer.</param>
/// <param name="Because">The reason given, or null.</param>
/// <param name="Origin">The C# line; no part of equality.</param>
public sealed record RuleIr(ValueArray<PeerIr> Peers, TrafficIr Traffic, string? Because, Origin Origin);
