using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>What a policy has to know of the others: in which namespaces names are allowed, so that answers must pass the DNS proxy.</summary>
internal sealed class CiliumSet
{
    private readonly HashSet<string> _namespacesWithNames = new(StringComparer.Ordinal);
    private readonly bool _hasProxy;

    private CiliumSet(LoweringContext context)
    {
        _hasProxy = context.Facts.Cilium.L7Proxy;
        foreach (var policy in context.Ir.Policies)
        {
            if (policy.Id.Namespace is { } name && (AllowsNames(policy) || FragmentRules(policy, Direction.Egress, context).Any(rule => TreeCheck.Has(rule, "toFQDNs")))) _namespacesWithNames.Add(name);
        }
    }

    public static CiliumSet Of(LoweringContext context) => context.Learned(static context => new CiliumSet(context));

    /// <summary>Whether the policy's rules toward the resolver carry the DNS proxy.</summary>
    /// <remarks>INVARIANT (one proxy): all policies of a namespace do or none does; a pod is often selected by several.</remarks>
    public bool Proxies(PolicyEntry entry) => _hasProxy && entry.Id.Namespace is { } name && _namespacesWithNames.Contains(name);

    /// <summary>The rules of a policy's fragments, as far as they can be read; what cannot is reported where it is lowered.</summary>
    public static IEnumerable<ManifestMap> FragmentRules(PolicyEntry policy, Direction direction, LoweringContext context)
    {
        foreach (var fragment in policy.Fragments)
        {
            if (!ReferenceEquals(fragment.Engine, context.Engine) || fragment.Direction != direction) continue;
            if (ManifestReader.ReadNode(fragment.Yaml).Node is not ManifestList rules) continue;
            foreach (var rule in rules.OfType<ManifestMap>()) yield return rule;
        }
    }

    private static bool AllowsNames(PolicyEntry policy)
    {
        foreach (var rule in policy.Egress?.Rules ?? [])
        {
            foreach (var peer in rule.Peers)
            {
                if (peer is PeerIr.HostName) return true;
            }
        }

        return false;
    }
}
