using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>NetworkPolicies that the set itself hands over for another dialect: where they are applied too, they decide before the Baseline tier is asked.</summary>
internal sealed class ClusterNetworkPolicyBeside
{
    private readonly List<(Origin Origin, Manifest Manifest)> _policies = [];

    private ClusterNetworkPolicyBeside(LoweringContext context)
    {
        foreach (var raw in context.Ir.Entries.OfType<RawEntry>())
        {
            // What cannot be read is found where it is emitted.
            foreach (var manifest in ManifestReader.Read(raw.Yaml).Manifests)
            {
                if (Engine.Kubernetes.Owns(manifest)) _policies.Add((raw.Origin, manifest));
            }
        }
    }

    public static ClusterNetworkPolicyBeside Of(LoweringContext context) => context.Learned(static context => new ClusterNetworkPolicyBeside(context));

    /// <summary>Warns of each one that may select a pod of the policy for a direction.</summary>
    public void Report(PolicyEntry entry, Direction direction, LoweringContext context)
    {
        foreach (var (origin, manifest) in _policies)
        {
            if (manifest.Namespace != entry.Subject.Namespace || manifest.Root["spec"] is not ManifestMap spec) continue;
            if (!Governs(spec, direction) || !MaySelect(spec["podSelector"], entry.Subject.Pods)) continue;
            var word = direction is Direction.Ingress ? "ingress" : "egress";
            context.Report(new("PK3011", Severity.Warning,
                $"{manifest} selects pods of policy '{entry.Id}' for {word}: where it is applied it decides there alone, and the Baseline objects of the policy have no effect.",
                "Say 'clusterNetworkPolicy.placement: Union' in the profile, or write the NetworkPolicy as a policy of the set.")
            { Origin = origin, Position = manifest.Root.Position });
        }
    }

    // As Kubernetes fills it in: ingress always, egress where there is a section for it.
    private static bool Governs(ManifestMap spec, Direction direction) => spec["policyTypes"] is ManifestList { Count: > 0 } types
        ? types.Contains(direction is Direction.Ingress ? "Ingress" : "Egress")
        : direction is Direction.Ingress || spec["egress"] is ManifestList { Count: > 0 };

    // In doubt it may: only labels that exclude each other say that no pod has both.
    private static bool MaySelect(ManifestNode? selector, LabelSelector pods)
    {
        if (selector is not ManifestMap map || map["matchLabels"] is not ManifestMap labels) return true;
        return !labels.Any(label => label.Value is ManifestText { Value: var value }
            && pods.Requirements.Any(one => one.Operator is LabelOperator.In && one.Key == label.Key && !one.Values.Contains(value)));
    }
}
