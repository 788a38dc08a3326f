using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Explaining;

/// <summary>What traffic a rule wants, in words.</summary>
internal sealed class TrafficWords(Sight sight, Direction direction)
{
    private Endpoint Destination => direction == Direction.Ingress ? sight.Subject : sight.Peer;

    /// <summary>Why the traffic does not fit, for example <c>the port 8080/TCP is not 8083/TCP</c>.</summary>
    public string Missing(TrafficPredicate wanted)
    {
        if (sight.Traffic is not Traffic.Transport) return $"{FlowWords.Of(sight.Traffic)} is not {Of(wanted)}";
        var names = Names(wanted).Select(Declared).Distinct(StringComparer.Ordinal).ToList();
        return $"the port {FlowWords.Of(sight.Traffic)} is not {Of(wanted)}{(names.Count == 0 ? "" : $" ({string.Join("; ", names)})")}";
    }

    private string Of(TrafficPredicate wanted) => wanted switch
    {
        TrafficPredicate.Constant constant => constant.Value ? "anything" : "anything that can be",
        TrafficPredicate.Negation not => $"anything but {Of(not.Part)}",
        TrafficPredicate.Ask ask => Of(sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo),
        TrafficPredicate.Conjunction all => Of(all),
        TrafficPredicate.Disjunction any => Sentences.List([.. any.Parts.Select(Of).Distinct(StringComparer.Ordinal)], "or"),
        TrafficPredicate.Transports transports => Of(transports),
        TrafficPredicate.NamedPort { AtSource: false } named => $"the port named '{named.Name}'",
        TrafficPredicate.NamedPort named => $"from the port named '{named.Name}'",
        TrafficPredicate.IcmpIs icmp => $"ICMP{(icmp.Family == IpFamily.V6 ? "v6" : "")}{(icmp.Type is { } type ? FormattableString.Invariant($" type {type}") : "")}",
        TrafficPredicate.ProtocolIs protocol => Number(protocol),
        TrafficPredicate.FamilyIs family => family.Family == IpFamily.V4 ? "IPv4" : "IPv6",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A protocol beside ports of any protocol says which; the rest are conditions of their own.</summary>
    private string Of(TrafficPredicate.Conjunction all)
    {
        if (all.Parts.FirstOrDefault(part => Whole(part) is not null) is not { } whole) return string.Join(" and ", all.Parts.Select(Of));
        var rest = all.Parts.Where(part => !ReferenceEquals(part, whole)).Select(part => part is TrafficPredicate.Transports ports ? ports with { Protocols = Whole(whole)!.Value } : part);
        return string.Join(" and ", rest.Select(Of));
    }

    /// <summary>The protocols that a condition lets through whole, whatever the port; null where it is about ports or is no condition on protocols.</summary>
    private static ProtocolSet? Whole(TrafficPredicate part) => part switch
    {
        TrafficPredicate.ProtocolIs protocol => Transport(protocol.Number) is { } one ? ProtocolSet.Of(one) : null,
        TrafficPredicate.Transports { Source: null } ports when ports.Destination.Equals(PortSet.All) && ports.Protocols != ProtocolSet.All => ports.Protocols,
        _ => null,
    };

    private static string Number(TrafficPredicate.ProtocolIs protocol) => Transport(protocol.Number) is { } known ? known.ToString().ToUpperInvariant() : protocol.Number switch
    {
        1 => "ICMP",
        58 => "ICMPv6",
        var number => FormattableString.Invariant($"protocol {number}"),
    };

    private static Protocol? Transport(byte number) => number switch { 6 => Protocol.Tcp, 17 => Protocol.Udp, 132 => Protocol.Sctp, _ => null };

    private static string Of(TrafficPredicate.Transports transports)
    {
        var protocols = Enum.GetValues<Protocol>().Where(transports.Protocols.Contains).Select(protocol => protocol.ToString().ToUpperInvariant()).ToList();
        var all = protocols.Count == Enum.GetValues<Protocol>().Length;
        var source = transports.Source is { } from ? $" from the source port {from}" : "";
        if (transports.Destination.Equals(PortSet.All) || transports.Destination.Equals(PortSet.Between(1, ushort.MaxValue))) return (all ? "a protocol with ports" : Sentences.List(protocols, "or")) + source;
        var ports = new List<string>();
        foreach (var range in transports.Destination.Ranges) ports.AddRange(all ? [range.ToString()] : protocols.Select(protocol => $"{range}/{protocol}"));
        return (ports.Count == 0 ? "a port that nobody declares" : Sentences.List(ports, "or")) + source;
    }

    private IEnumerable<TrafficPredicate.NamedPort> Names(TrafficPredicate wanted) => wanted switch
    {
        TrafficPredicate.NamedPort { AtSource: false } named => [named],
        TrafficPredicate.Conjunction all => all.Parts.SelectMany(Names),
        TrafficPredicate.Disjunction any => any.Parts.SelectMany(Names),
        TrafficPredicate.Ask ask => Names(sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo),
        _ => [],
    };

    private string Declared(TrafficPredicate.NamedPort named)
    {
        var ports = Destination.NamedPorts.Where(port => port.Name == named.Name && (named.Protocol ?? port.Protocol) == port.Protocol)
            .Select(port => FormattableString.Invariant($"{port.Port}/{port.Protocol.ToString().ToUpperInvariant()}")).ToList();
        return ports.Count == 0 ? $"{Destination} declares no port of that name" : $"at {Destination} that is {Sentences.List(ports)}";
    }
}
