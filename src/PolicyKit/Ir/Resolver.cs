using PolicyKit.Rules;

namespace PolicyKit.Ir;

/// <summary>From written policies and the facts of a cluster to <see cref="PolicyIr"/>.</summary>
/// <remarks>
/// Derives names, fills in <c>Self</c>, splits rules whose ports mean different numbers toward different peers, adds DNS for host names,
/// merges and sorts. It chooses no engine's form. What cannot be resolved is reported and left out; the caller emits nothing then.
/// </remarks>
internal sealed class Resolver(ClusterProfile facts, Action<Diagnostic> report)
{
    private readonly Traffics _traffics = new(facts);

    public static PolicyIr Resolve(PolicySet set, ClusterProfile facts, Action<Diagnostic> report)
    {
        var resolver = new Resolver(facts, report);
        var policies = new List<PolicyEntry>();
        var raws = new List<RawEntry>();
        foreach (var entry in set)
        {
            switch (entry)
            {
                case Policy policy:
                    if (resolver.Resolve(policy, set) is { } resolved) policies.Add(resolved);
                    break;
                case RawManifest raw:
                    raws.Add(new(raw.Engine, raw.Yaml, raw.Mode, raw.Origin));
                    break;
            }
        }

        policies.Sort(IrOrder.Policies);
        raws.Sort(IrOrder.Raws);
        return new([.. policies, .. raws], facts);
    }

    private PolicyEntry? Resolve(Policy policy, PolicySet set)
    {
        if (NameOf(policy) is not { } name)
        {
            RefuseNameless(policy);
            return null;
        }

        var id = new PolicyId(policy.Namespace, name);
        if (policy.Ingress is null && policy.Egress is null)
        {
            Refuse("PK0009", policy.Origin, $"Policy '{id}' governs no direction; Kubernetes would read it as denying all ingress.",
                "Write DenyIngressByDefault() or DenyEgressByDefault(), or allow something.");
            return null;
        }

        if (policy.Provenance.IsSetDefaultDeny && policy.Namespace is null && set.Policies.Any(other => other.Namespace is not null))
        {
            Refuse("PK0011", policy.Origin, "WithDefaultDeny does not know its namespace: the policies of the set are not all in one.",
                "Name it: WithDefaultDeny(\"my-namespace\", …).");
        }

        var rules = new RuleResolver(facts, report, _traffics, policy, id);
        var ingress = rules.Section(Direction.Ingress, policy.Ingress);
        var egress = rules.Section(Direction.Egress, policy.Egress);
        return new(
            id,
            new(policy.Namespace, policy.Subject),
            ingress,
            egress,
            policy.Order,
            policy.Labels,
            Reasons.Annotate(policy.Annotations, ingress, egress),
            policy.Fragments,
            policy.Mode,
            policy.Origin);
    }

    /// <summary>The name given to a policy, or derived from its labels; null when none can be derived that every engine accepts.</summary>
    public static string? NameOf(Policy policy) =>
        PolicyNames.Of(policy.Name, policy.Subject);

    private void RefuseNameless(Policy policy)
    {
        if (PolicyNames.Derived(policy.Subject) is { } name)
        {
            Refuse("PK0011", policy.Origin, $"The name '{name}' derived from the labels '{policy.Subject}' is not one that every engine accepts.",
                "Add .Named(\"…\") with at most 63 of a-z, 0-9 and '-'.");
            return;
        }

        Refuse("PK0011", policy.Origin, $"A policy for the pods with '{policy.Subject}' has no name, and none can be derived from these labels.",
            "Add .Named(\"…\").");
    }

    private void Refuse(string id, Origin origin, string message, string mend) => report(new(id, Severity.Error, message, mend) { Origin = origin });
}
