using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The agent's rules for a policy and its rules, and the traps of empty values.</summary>
/// <remarks>Values of the wrong kind are passed over: the API server refuses them first.</remarks>
internal sealed class CiliumAgentRules(TreeCheck check, EngineVersion version, bool isNamespaced)
{
    private const string Trap = "PK5003";
    private const string NobodyMend = "Write '- fromEntities: [none]' for ingress, '- toEntities: [none]' for egress.";
    private static readonly EngineVersion V17 = new(1, 17);
    private static readonly EngineVersion V19 = new(1, 19);

    private readonly CiliumAgentPeers _peers = new(check);
    private readonly CiliumAgentPorts _ports = new(check, version);

    public void Object(ManifestMap root)
    {
        var spec = root["spec"] as ManifestMap;
        var specs = root["specs"] as ManifestList;
        if (spec is null && specs is null) check.AgentRefuses(root, "it has neither spec nor specs");
        if (spec is not null)
        {
            check.Enter("spec");
            Spec(spec);
            check.Leave();
        }

        if (specs is null) return;
        check.Enter("specs");
        if (specs.Count == 0 && spec is null) check.Trap(Objector.WeRefuse, specs, "an empty list enforces nothing", Trap, "Write a spec.");
        Each(specs, Spec);
        check.Leave();
    }

    private void Spec(ManifestMap spec)
    {
        var forNodes = TreeCheck.Has(spec, "nodeSelector");
        if (forNodes && isNamespaced) At(spec, "nodeSelector", node => check.AgentRefuses(node, "only a CiliumClusterwideNetworkPolicy selects nodes"));
        Selector(spec, "endpointSelector");
        Selector(spec, "nodeSelector");
        var rules = 0;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            rules += Section(spec, new(direction, Denies: false, forNodes)) + Section(spec, new(direction, Denies: true, forNodes));
        }

        if (rules == 0) check.Trap(version >= V17 ? Objector.AgentRefuses : Objector.WeRefuse, spec, "without a rule it enforces nothing, and isolates nothing", Trap, NobodyMend);
    }

    private int Section(ManifestMap spec, CiliumSection section)
    {
        if (spec[section.Key] is not ManifestList rules) return 0;
        check.Enter(section.Key);
        if (rules.Count == 0) check.Trap(Objector.WeRefuse, rules, "an empty list isolates nothing: the direction stays open", Trap, NobodyMend);
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not ManifestMap rule || check.IsSound(rule, section.Key)) continue;
            var before = check.Findings;
            check.Enter(i);
            Rule(rule, section);
            check.Leave();
            if (check.Findings == before) check.FoundSound(rule, section.Key);
        }

        check.Leave();
        return rules.Count;
    }

    public void Rule(ManifestMap rule, CiliumSection section)
    {
        if (!rule.Any(entry => entry.Value is not ManifestNull))
        {
            check.Trap(Objector.WeRefuse, rule, section.Denies ? "a rule without peers and ports denies nothing" : "a rule without peers and ports allows nothing, and everything in a NetworkPolicy", Trap, NobodyMend);
            return;
        }

        var used = 0;
        foreach (var member in section.Members)
        {
            if (Member(rule, member)) used++;
        }

        if (used > 1) check.AgentRefuses(rule, "it has several kinds of peers; each kind needs a rule of its own, with the ports repeated");
        Requires(rule, section);
        Services(rule);
        _ports.Check(rule, section);
        Icmps(rule);
    }

    // Whether the member names a peer.
    private bool Member(ManifestMap rule, string member)
    {
        if (rule[member] is not ManifestList items) return false;
        check.Enter(member);
        if (items.Count == 0) check.Trap(Objector.WeRefuse, items, member is "toFQDNs" or "toServices" ? "an empty list is everyone where there are ports" : "an empty list is nobody", Trap, "Leave the key out, or name a peer.");
        else if (member is "fromNodes" or "toNodes") check.AgentRefuses(items, "an agent without 'enable-node-selector-labels' does not take it");
        if (member.EndsWith("Endpoints", StringComparison.Ordinal) || member.EndsWith("Nodes", StringComparison.Ordinal)) Each(items, _peers.Selector);
        else if (member.EndsWith("CIDR", StringComparison.Ordinal)) _peers.Networks(items);
        else if (member.EndsWith("CIDRSet", StringComparison.Ordinal)) Each(items, _peers.NetworkSet);
        check.Leave();
        return items.Count > 0;
    }

    private void Requires(ManifestMap rule, CiliumSection section)
    {
        var key = section.Direction is Direction.Ingress ? "fromRequires" : "toRequires";
        if (version < V19 && rule[key] is ManifestList { Count: > 0 }) At(rule, key, node => check.WeRefuse(node, $"'{key}' is gone in 1.19"));
    }

    private void Services(ManifestMap rule)
    {
        if (rule["toServices"] is not ManifestList { Count: > 0 } || rule["toPorts"] is not ManifestList { Count: > 0 }) return;
        At(rule, "toServices", node =>
        {
            if (version < V17) check.AgentRefuses(node, "toServices may not stand beside toPorts");
            else check.WeRefuse(node, "while a Service is missing, its ports are open toward everyone");
        });
    }

    private void Icmps(ManifestMap rule)
    {
        if (rule["icmps"] is not ManifestList icmps) return;
        if (icmps.Count > 0 && rule["toPorts"] is ManifestList { Count: > 0 }) check.AgentRefuses(icmps, "icmps may not stand beside toPorts");
        check.Enter("icmps");
        Each(icmps, icmp =>
        {
            if (icmp["fields"] is not ManifestList fields) return;
            check.Enter("fields");
            if (fields.Count > 40) check.AgentRefuses(fields, "it has more than 40 fields");
            Each(fields, Icmp);
            check.Leave();
        });
        check.Leave();
    }

    private void Icmp(ManifestMap field)
    {
        var v6 = field["family"] is ManifestText { Value: "IPv6" };
        if (field["type"] is ManifestText name && CiliumIcmpType.IsOfOtherFamily(name.Value, v6)) check.AgentRefuses(name, $"'{name.Value}' is not a type of {(v6 ? "IPv6" : "IPv4")}");
        if (CiliumIcmpType.Number(field["type"]) is not { } number) return;
        if (number is < 0 or > 255) check.WeRefuse(field["type"]!, FormattableString.Invariant($"{number} is not an ICMP type"));
        if (number == 0) check.WeRefuse(field["type"]!, "type 0 matches every type");
    }

    private void Selector(ManifestMap spec, string key)
    {
        if (spec[key] is ManifestMap) At(spec, key, node => _peers.Selector((ManifestMap)node));
    }

    private void At(ManifestMap map, string key, Action<ManifestNode> look)
    {
        check.Enter(key);
        look(map[key]!);
        check.Leave();
    }

    private void Each(ManifestList list, Action<ManifestMap> look)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not ManifestMap map) continue;
            check.Enter(i);
            look(map);
            check.Leave();
        }
    }
}
