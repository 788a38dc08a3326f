using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Explaining;

/// <summary>A flow made to be what an explanation says that it lacks; null where that cannot be done without changing something else.</summary>
internal sealed class Mended
{
    private readonly Direction _direction;
    private readonly IpFamily _family;
    private Endpoint _subject;
    private Endpoint _peer;
    private Traffic _traffic;

    private Mended(Direction direction, Flow flow)
    {
        _direction = direction;
        _family = flow.FromAddress.Family;
        (_subject, _peer) = direction == Direction.Ingress ? (flow.To, flow.From) : (flow.From, flow.To);
        _traffic = flow.Traffic;
    }

    public static Flow? Of(EndExplanation denied)
    {
        var mended = new Mended(denied.Direction, denied.Flow);
        return denied.Nearest!.Shortfall.Needs.All(mended.Meet) ? mended.Flow() : null;
    }

    private Flow Flow() => _direction == Direction.Ingress ? new(_peer, _subject, _traffic, _family) : new(_subject, _peer, _traffic, _family);

    private bool Meet(Need need)
    {
        switch (need)
        {
            case Need.OfTraffic traffic: return Meet(traffic.Leaf, traffic.Wanted);
            case Need.OfEnd { Side: Side.Subject } end: return Meet(end, ref _subject);
            case Need.OfEnd end: return Meet(end, ref _peer);
            default: return false;
        }
    }

    private bool Meet(Need.OfEnd need, ref Endpoint end)
    {
        switch (need.Leaf)
        {
            case EndpointPredicate.Is kinds:
                end = WithKinds(end, need.Wanted ? kinds.Kinds : ~kinds.Kinds & (Kinds.Pod | Kinds.Outside));
                return true;
            case EndpointPredicate.InNamespace ns:
                end = InNamespace(end, need.Wanted ? ns.Names[0] : "elsewhere");
                return true;
            case EndpointPredicate.Label label:
                end = WithLabel(end, label.Scope, label.Key, need.Wanted ? ValueOf(label.Value) : null);
                return true;
            case EndpointPredicate.AddressIn addresses:
                return At(ref end, need.Wanted ? addresses.Set : Beside(addresses.Set));
            case EndpointPredicate.BackendOf backends when need.Wanted && backends.Backends.Count > 0:
                var backend = backends.Backends[0];
                if (backends.PinPorts) _traffic = new Traffic.Transport(backend.Protocol, backend.Port);
                return At(ref end, IpSet.Of(backend.Address));
            case EndpointPredicate.RunsAs account when need.Wanted && account.Names.Count > 0:
                end = end with { ServiceAccount = account.Names[0] };
                return true;
            case EndpointPredicate.LearnedFor name when need.Wanted:
                end = end with { DnsNames = [name.Pattern.ToString().Replace("**", "a", StringComparison.Ordinal).Replace("*", "a", StringComparison.Ordinal)] };
                return true;
            default: return false;
        }
    }

    private bool Meet(TrafficPredicate leaf, bool wanted)
    {
        switch (leaf)
        {
            case TrafficPredicate.Transports ports:
                return Meet(ports, wanted ? ports.Destination : ~ports.Destination);
            case TrafficPredicate.NamedPort { AtSource: false } named when wanted && _traffic is Traffic.Transport transport:
                return Declare(named, transport);
            case TrafficPredicate.IcmpIs icmp when wanted:
                _traffic = new Traffic.Icmp(icmp.Family ?? _family, icmp.Type ?? 0, icmp.Code ?? 0);
                return true;
            default: return false;
        }
    }

    /// <summary>What fits already is kept: another condition may be about it.</summary>
    private bool Meet(TrafficPredicate.Transports ports, PortSet destinations)
    {
        if (destinations.IsEmpty) return false;
        var now = _traffic as Traffic.Transport;
        var protocol = now is not null && ports.Protocols.Contains(now.Protocol) ? now.Protocol : Enum.GetValues<Protocol>().First(ports.Protocols.Contains);
        var port = now is not null && destinations.Contains(now.DestinationPort) ? now.DestinationPort : destinations.Ranges[0].First;
        _traffic = new Traffic.Transport(protocol, port, ports.Source is { } source ? source.Ranges[0].First : now?.SourcePort);
        return true;
    }

    /// <summary>The destination declares the port that is dialled under the name.</summary>
    private bool Declare(TrafficPredicate.NamedPort named, Traffic.Transport transport)
    {
        var protocol = named.Protocol ?? transport.Protocol;
        _traffic = transport with { Protocol = protocol };
        var declared = new ContainerPort(named.Name, protocol, transport.DestinationPort);
        if (named.DeclaredBy == Side.Subject) _subject = _subject with { NamedPorts = [declared] };
        else _peer = _peer with { NamedPorts = [declared] };
        return true;
    }

    private bool At(ref Endpoint end, IpSet set)
    {
        foreach (var range in set.Ranges)
        {
            if (range.First.Family != _family) continue;
            end = end with { Addresses = [range.First] };
            return true;
        }

        return false;
    }

    /// <summary>The addresses that just miss a set: what else is wanted of the address most probably holds for them too.</summary>
    private static IpSet Beside(IpSet set)
    {
        var beside = IpSet.Empty;
        foreach (var range in set.Ranges)
        {
            if (range.Last.Value < IpAddress.MaxOf(range.Last.Family)) beside |= IpSet.Of(IpAddress.Create(range.Last.Family, range.Last.Value + 1));
        }

        return beside - set;
    }

    private Endpoint WithKinds(Endpoint end, Kinds wanted)
    {
        if (wanted == Kinds.OwnNode) return end with { Kinds = Kinds.OtherNode, Node = _subject.Node };
        var one = Enum.GetValues<Kinds>().First(kind => kind is not (Kinds.None or Kinds.OwnNode or Kinds.AnyNode) && (wanted & kind) != 0);
        return end with { Kinds = one, Node = one == Kinds.OtherNode ? "some other node" : end.Node };
    }

    private static Endpoint InNamespace(Endpoint end, string name) => WithLabel(end with { Namespace = name }, LabelScope.Namespace, SimulatedCluster.NamespaceNameLabel, name);

    private static Endpoint WithLabel(Endpoint end, LabelScope scope, string key, string? value)
    {
        var others = end.Labels.Where(label => (label.Scope, label.Key) != (scope, key));
        return end with { Labels = (value is null ? others : others.Append(new(scope, key, value))).ToValueArray() };
    }

    private static string ValueOf(LabelTest test) => test switch
    {
        LabelTest.Exists => "x",
        LabelTest.In values => values.Values[0],
        LabelTest.StartsWith start => start.Text,
        LabelTest.EndsWith end => end.Text,
        LabelTest.Contains part => part.Text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
