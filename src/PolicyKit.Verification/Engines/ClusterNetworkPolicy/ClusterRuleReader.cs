using System.Text.RegularExpressions;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>Reads the rules of a ClusterNetworkPolicy v1alpha2; the experimental channel has two more peers and one more rule.</summary>
internal sealed partial class ClusterRuleReader(bool experimental)
{
    private const int MaxItems = 25;
    private const int MaxNameLength = 100;

    public ValueArray<ClusterRule> Read(Fields spec, Direction direction, int mostRules)
    {
        var (section, peersKey) = direction == Direction.Ingress ? ("ingress", "from") : ("egress", "to");
        var rules = spec.Maps(section) ?? [];
        if (rules.Count > mostRules) ClusterFields.Count(spec, section, rules.Count, mostRules);
        return rules.Select(rule => Rule(rule, peersKey, direction)).ToValueArray();
    }

    private ClusterRule Rule(Fields rule, string peersKey, Direction direction)
    {
        if (rule.Text("name") is { Length: > MaxNameLength }) rule.Log.Reject(rule.PlaceOf("name"), "The name is longer than 100 characters.");
        var action = Action(rule);
        var peers = rule.Maps(peersKey);
        if (peers is null && !rule.Has(peersKey)) rule.Log.Reject(rule.PlaceOf(peersKey), $"The field '{peersKey}' is required.", "Write 'namespaces: {}' to mean every pod.");
        else if (peers is not null) ClusterFields.Count(rule, peersKey, peers.Count, MaxItems);
        var ports = rule.Maps("protocols");
        if (ports is not null) ClusterFields.Count(rule, "protocols", ports.Count, MaxItems);
        rule.Close();

        var read = new ClusterRule(
            action,
            (peers ?? []).Select(peer => Peer(peer, direction)).OfType<ClusterPeer>().ToValueArray(),
            (ports ?? []).Select(Port).OfType<ClusterPort>().ToValueArray(),
            rule.Place);
        if (experimental && read.Ports.Any(port => port is ClusterPort.Named) && read.Peers.Any(peer => peer is ClusterPeer.Networks or ClusterPeer.Nodes or ClusterPeer.DomainNames))
        {
            rule.Log.Reject(rule.Place, "A named port stands beside networks, nodes or domainNames, which declare no ports.", "Write the port's number, or two rules.");
        }

        return read;
    }

    private static ClusterAction Action(Fields rule)
    {
        switch (rule.Text("action"))
        {
            case "Accept": return ClusterAction.Accept;
            case "Deny": return ClusterAction.Deny;
            case "Pass": return ClusterAction.Pass;
            case null: rule.Log.Reject(rule.PlaceOf("action"), "The field 'action' is required.", "Write Accept, Deny or Pass."); break;
            case var other: rule.Log.Reject(rule.PlaceOf("action"), $"'{other}' is not an action.", other == "Allow" ? "Write Accept." : "Write Accept, Deny or Pass."); break;
        }

        return ClusterAction.Deny;
    }

    private ClusterPeer? Peer(Fields peer, Direction direction)
    {
        string[] known = direction == Direction.Ingress ? ["namespaces", "pods"] : experimental ? ["namespaces", "pods", "networks", "nodes", "domainNames"] : ["namespaces", "pods", "networks"];
        return ClusterFields.OneOf(peer, known) switch
        {
            "namespaces" => peer.Map("namespaces") is { } selector ? new ClusterPeer.Namespaces(LabelSelectorReader.Read(selector)) : null,
            "pods" => ClusterFields.Pods(peer, namespaceSelectorRequired: false) is { } pods ? new ClusterPeer.Pods(pods) : null,
            "networks" => ClusterFields.Networks(peer),
            "nodes" => peer.Map("nodes") is { } selector ? new ClusterPeer.Nodes(LabelSelectorReader.Read(selector)) : null,
            "domainNames" => Names(peer),
            _ => null,
        };
    }

    internal static ClusterPeer? Names(Fields peer)
    {
        if (peer.Texts("domainNames") is not { } texts) return null;
        ClusterFields.Count(peer, "domainNames", texts.Count, MaxItems);
        foreach (var text in texts)
        {
            if (!DomainName().IsMatch(text.Value)) peer.Log.Reject(text.Place, $"'{text.Value}' is not a domain name.", "Write a name with a dot in it, with '*.' before it to mean every name below.");
        }

        // Here "*." stands for one label or more, which is spelled "**." in a pattern.
        return new ClusterPeer.DomainNames(texts.Select(text => new NamePattern(text.Value.StartsWith("*.", StringComparison.Ordinal) ? "*" + text.Value : text.Value)).ToValueArray());
    }

    private static ClusterPort? Port(Fields item)
    {
        if (ClusterFields.OneOf(item, "tcp", "udp", "sctp", "destinationNamedPort") is not { } kind) return null;
        if (kind == "destinationNamedPort") return item.Text(kind) is { } name ? new ClusterPort.Named(name) : null;
        if (item.Map(kind) is not { } transport || ClusterFields.OneOf(transport, "destinationPort") is null || transport.Map("destinationPort") is not { } port) return null;

        var protocol = kind switch { "tcp" => Protocol.Tcp, "udp" => Protocol.Udp, _ => Protocol.Sctp };
        switch (ClusterFields.OneOf(port, "number", "range"))
        {
            case "number":
                return new ClusterPort.Numbers(protocol, PortSet.Of((ushort)ClusterFields.Number(port, "number", 1, ushort.MaxValue)));
            case "range" when port.Map("range") is { } range:
                var start = ClusterFields.Number(range, "start", 1, ushort.MaxValue);
                var end = ClusterFields.Number(range, "end", 1, ushort.MaxValue);
                range.Close();
                if (start < end) return new ClusterPort.Numbers(protocol, PortSet.Between((ushort)start, (ushort)end));
                range.Log.Reject(range.Place, FormattableString.Invariant($"The range {start}-{end} does not end after it starts."), start == end ? FormattableString.Invariant($"Write 'number: {start}'.") : "Swap the two.");
                return null;
            default:
                return null;
        }
    }

    /// <summary>The CRD's own pattern, its slip included: between upper and lower case it lets six other characters through.</summary>
    [GeneratedRegex(@"^(\*\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DomainName();
}
