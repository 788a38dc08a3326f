using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>An object of one of Calico's kinds, with Calico's defaults filled in.</summary>
internal abstract record CalicoModel(Manifest Manifest) : PolicyModel(Manifest)
{
    public override Enforcer Enforcer => Enforcer.Calico;
}

/// <summary>A policy, of a namespace or global, enforced or staged.</summary>
internal sealed record CalicoPolicyModel(Manifest Manifest, string Tier, CalicoSubject Subject, ValueArray<Direction> Types) : CalicoModel(Manifest)
{
    /// <summary>Its place in the tier; a policy without one comes last.</summary>
    public double Order { get; init; } = double.PositiveInfinity;

    public ValueArray<CalicoRule> Ingress { get; init; } = [];

    public ValueArray<CalicoRule> Egress { get; init; } = [];

    /// <summary>Null for a policy that is enforced.</summary>
    public CalicoStagedAction? Staged { get; init; }

    public ValueArray<CalicoRule> Rules(Direction direction) => direction == Direction.Ingress ? Ingress : Egress;

    public override PolicyModel WithStagedEnforced() => Staged is null or CalicoStagedAction.Delete ? this : this with { Staged = null };
}

/// <summary>A NetworkPolicy of Kubernetes that is staged.</summary>
internal sealed record CalicoStagedKubernetesModel(Manifest Manifest, KubernetesModel Policy, CalicoStagedAction? Staged) : CalicoModel(Manifest)
{
    public override PolicyModel WithStagedEnforced() => Staged is null or CalicoStagedAction.Delete ? this : this with { Staged = null };
}

/// <summary>A tier.</summary>
internal sealed record CalicoTierModel(Manifest Manifest, double Order, EndEffect DefaultAction) : CalicoModel(Manifest);

/// <summary>Networks with labels, so that selectors find them.</summary>
internal sealed record CalicoNetworkSetModel(Manifest Manifest, ValueArray<(string Key, string Value)> Labels, IpSet Nets) : CalicoModel(Manifest);

/// <summary>What a staged policy would do.</summary>
internal enum CalicoStagedAction
{
    Set,

    /// <summary>Nobody previews a deletion.</summary>
    Delete,

    Learn,
    Ignore,
}

/// <summary>Whom a policy selects; null: no restriction.</summary>
internal sealed record CalicoSubject(CalicoSelector? Selector, CalicoSelector? Namespaces, CalicoSelector? ServiceAccounts);
