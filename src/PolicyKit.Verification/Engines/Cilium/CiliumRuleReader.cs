using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads one rule as the agent does: what the agent refuses is refused here, for the whole object.</summary>
/// <param name="facts">How Cilium is set up.</param>
/// <param name="scope">The namespace of the policy; null for one of the whole cluster.</param>
internal sealed class CiliumRuleReader(CiliumFacts facts, string? scope)
{
    private static readonly EngineVersion SectionNeeded = new(1, 17);
    private static readonly EngineVersion HostPolicyRefused = new(1, 18);

    private readonly CiliumItemReader _items = new(facts);

    public CiliumRule? Read(Fields rule)
    {
        var selector = Subject(rule);
        var defaults = rule.Map("enableDefaultDeny");
        var ingress = new CiliumSection(_items.Read(rule, "ingress", CiliumSide.Ingress), _items.Read(rule, "ingressDeny", CiliumSide.IngressDeny), defaults?.Boolean("ingress"));
        var egress = new CiliumSection(_items.Read(rule, "egress", CiliumSide.Egress), _items.Read(rule, "egressDeny", CiliumSide.EgressDeny), defaults?.Boolean("egress"));
        if (!ingress.IsWritten && !egress.IsWritten) NothingWritten(rule);
        return selector is null ? null : new(selector, ingress, egress, rule.Place);
    }

    private void NothingWritten(Fields rule)
    {
        const string problem = "The rule has no item in 'ingress', 'ingressDeny', 'egress' or 'egressDeny'.";
        const string mend = "To deny everything, write 'ingress: [{fromEntities: [none]}]', or 'egress: [{toEntities: [none]}]'.";
        if (facts.Version >= SectionNeeded) rule.Log.Ignore(rule.Place, problem, mend, "PK5003");
        else rule.Log.Warn(rule.Place, "PK5003", $"{problem} It enforces nothing.", mend);
    }

    private CiliumSelector? Subject(Fields rule)
    {
        var endpoints = rule.Map("endpointSelector");
        var nodes = rule.Map("nodeSelector");
        if (endpoints is null == nodes is null)
        {
            rule.Log.Ignore(rule.Place, endpoints is null ? "There is neither 'endpointSelector' nor 'nodeSelector'." : "There are both 'endpointSelector' and 'nodeSelector'.", "Write one of the two.");
            return null;
        }

        if (endpoints is null)
        {
            var place = rule.PlaceOf("nodeSelector");
            if (scope is not null && (facts.Version >= HostPolicyRefused || rule.Place.Path == "spec")) rule.Log.Ignore(place, "A policy of a namespace cannot select nodes.", "Write a CiliumClusterwideNetworkPolicy.");
            else rule.Log.NotModelled(place, "The rule selects nodes: it is a host policy.");
            if (HasRequestRules(rule)) rule.Log.Ignore(place, "A host policy stands with layer 7 rules.", "Allow the ports alone.");
            return null;
        }

        var selector = CiliumSelectorReader.Read(endpoints);
        foreach (var requirement in selector.Requirements.Where(r => scope is not null && r.IsOverwritten && r.Values[0] != scope))
        {
            rule.Log.Warn(endpoints.PlaceOf("matchLabels"), "PK5002", $"A policy selects pods of its own namespace only: Cilium reads '{requirement.Values[0]}' as '{scope}'.", $"Write the policy in '{requirement.Values[0]}', or a CiliumClusterwideNetworkPolicy.");
        }

        return selector;
    }

    /// <summary>Whether requests are looked into; a host policy may look into DNS only.</summary>
    private static bool HasRequestRules(Fields rule) =>
        new[] { "ingress", "egress" }
            .SelectMany(section => rule.Maps(section) ?? [])
            .SelectMany(item => item.Maps("toPorts") ?? [])
            .Any(entry => entry.Map("rules") is { } rules && (rules.Has("http") || rules.Has("kafka") || rules.Has("l7proto")));
}
