using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Explaining;

/// <summary>
/// Input: a flow, and what it lacks. Output: such a flow that lacks nothing; null where a need cannot be met by changing it. Promise: what no
/// need is about stays as it was. One need may undo what another asked for: whoever takes the flow has to look.
/// </summary>
internal sealed class Mended
{
    private readonly Direction _direction;
    private Endpoint _subject;
    private Endpoint _peer;
    private Traffic _traffic;
    private IpFamily _family;

    private Mended(Direction direction, Flow flow)
    {
        _direction = direction;
        _family = flow.FromAddress.Family;
        (_subject, _peer) = direction == Direction.Ingress ? (flow.To, flow.From) : (flow.From, flow.To);
        _traffic = flow.Traffic;
    }

    public static Flow? Of(Direction direction, Flow flow, Shortfall shortfall)
    {
        var mended = new Mended(direction, flow);
        return shortfall.Needs.All(mended.Meet) ? mended.Flow(flow.Via) : null;
    }

    private Flow Flow(ServiceHop? via)
    {
        var (from, to) = _direction == Direction.Ingress ? (_peer, _subject) : (_subject, _peer);
        return new(from, to, _traffic, _family) { Via = via };
    }

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
                return As(ref end, need.Wanted ? kinds.Kinds : ~kinds.Kinds & (Kinds.Pod | Kinds.Outside));
            case EndpointPredicate.InNamespace ns:
                end = InNamespace(end, need.Wanted ? ns.Names[0] : "elsewhere");
                return true;
            case EndpointPredicate.Label label:
                end = WithLabel(end, label.Scope, label.Key, need.Wanted ? ValueOf(label.Value) : null);
                return true;
            case EndpointPredicate.AddressIn addresses:
                return At(ref end, need.Wanted ? addresses.Set : Beside(addresses.Set));
            case EndpointPredicate.BackendOf backends when need.Wanted:
                var backend = backends.Backends[0];
                if (backends.PinPorts) _traffic = new Traffic.Transport(backend.Protocol, backend.Port);
                return At(ref end, IpSet.Of(backend.Address));
            case EndpointPredicate.RunsAs account when need.Wanted:
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
                return Between(icmp.Family ?? _family);
            case TrafficPredicate.FamilyIs family:
                return Between(family.Family == IpFamily.V4 == wanted ? IpFamily.V4 : IpFamily.V6);
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
        if (named.DeclaredBy == Side.Subject) _subject = Declaring(_subject, declared);
        else _peer = Declaring(_peer, declared);
        return true;
    }

    private static Endpoint Declaring(Endpoint end, ContainerPort port) =>
        end with { NamedPorts = end.NamedPorts.Where(other => other.Name != port.Name).Append(port).ToValueArray() };

    private bool Between(IpFamily family)
    {
        _family = family;
        return _subject.Address(family) is not null && _peer.Address(family) is not null;
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

    private bool As(ref Endpoint end, Kinds wanted)
    {
        var kind = wanted == Kinds.OwnNode ? Kinds.OtherNode : Enum.GetValues<Kinds>().FirstOrDefault(kind => kind is not (Kinds.OwnNode or Kinds.AnyNode) && (wanted & kind) != 0);
        var node = wanted == Kinds.OwnNode ? _subject.Node : kind == Kinds.OtherNode ? "some other node" : end.Node;
        end = end with { Kinds = kind, Node = node };
        return kind != Kinds.None;
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
