using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: the conditions of programs. Output: for which traffic they hold, as decisions. Promise: every condition is evaluated as the
/// concrete evaluator would on each flow by itself; tests compare the two.
/// </summary>
internal sealed class Conditions(Decisions decisions, ushort sourcePort)
{
    private static readonly Appearance Nobody = Appearance.Nowhere(new("", Kinds.None));

    /// <summary>What a condition without parts comes to for an end.</summary>
    public int OnLeaf(EndpointPredicate leaf, Appearance end) => leaf switch
    {
        EndpointPredicate.BackendOf { PinPorts: true } backend => Pinned(backend, end.Address),
        EndpointPredicate.Constant constant => constant.Value ? Decisions.Always : Decisions.Never,
        EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor =>
            leaf.Test(end.Sight, Side.Peer) == Truth.True ? Decisions.Always : Decisions.Never,
        EndpointPredicate.Conjunction or EndpointPredicate.Disjunction or EndpointPredicate.Negation or EndpointPredicate.Ask => throw new ArgumentException("The condition has parts.", nameof(leaf)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a named port comes to where an end declares it.</summary>
    public int OnNamed(TrafficPredicate.NamedPort named, Endpoint declaring)
    {
        var result = Decisions.Never;
        foreach (ref readonly var declared in declaring.NamedPorts.AsSpan())
        {
            if ((named.Protocol is { } protocol && protocol != declared.Protocol) || !string.Equals(declared.Name, named.Name, StringComparison.Ordinal)) continue;
            var ports = PortSet.Between(declared.Port, Math.Max(declared.Port, named.UpTo ?? declared.Port));
            if (named.AtSource) ports = ports.Contains(sourcePort) ? PortSet.All : PortSet.Empty;
            result = decisions.Or(result, decisions.Of(ProtocolSet.Of(declared.Protocol), ports));
        }

        return result;
    }

    /// <summary>What a condition on traffic comes to between all ends alike; null where it looks at the ends.</summary>
    public int? Alike(TrafficPredicate traffic) => TrafficParts.LooksAtEnds(traffic) ? null : OnTraffic(traffic, Nobody, Nobody);

    /// <summary>What a condition on traffic comes to between a subject and a peer.</summary>
    public int OnTraffic(TrafficPredicate traffic, Appearance subject, Appearance peer)
    {
        switch (traffic)
        {
            case TrafficPredicate.Constant constant: return constant.Value ? Decisions.Always : Decisions.Never;
            case TrafficPredicate.Negation negation: return decisions.Not(OnTraffic(negation.Part, subject, peer));
            case TrafficPredicate.Ask ask: return decisions.Ask(ask.Question, OnTraffic(ask.IfYes, subject, peer), OnTraffic(ask.IfNo, subject, peer));
            case TrafficPredicate.Transports transports: return transports.Source?.Contains(sourcePort) == false ? Decisions.Never : decisions.Of(transports.Protocols, transports.Destination);
            case TrafficPredicate.NamedPort named: return OnNamed(named, named.DeclaredBy == Side.Subject ? subject.End : peer.End);
            case TrafficPredicate.FamilyIs family: return family.Family == peer.Address.Family ? Decisions.Always : Decisions.Never;
            case TrafficPredicate.ProtocolIs protocol: return OfNumber(protocol.Number);
            case TrafficPredicate.IcmpIs: return Decisions.Never;
            case TrafficPredicate.Conjunction conjunction:
                var all = Decisions.Always;
                foreach (var part in conjunction.Parts) all = decisions.And(all, OnTraffic(part, subject, peer));
                return all;
            case TrafficPredicate.Disjunction disjunction:
                var any = Decisions.Never;
                foreach (var part in disjunction.Parts) any = decisions.Or(any, OnTraffic(part, subject, peer));
                return any;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private int Pinned(EndpointPredicate.BackendOf service, IpAddress address)
    {
        var result = Decisions.Never;
        foreach (ref readonly var backend in service.Backends.AsSpan())
        {
            if (backend.Address == address) result = decisions.Or(result, decisions.Of(ProtocolSet.Of(backend.Protocol), PortSet.Of(backend.Port)));
        }

        return result;
    }

    private int OfNumber(byte number) => number switch
    {
        6 => decisions.Of(ProtocolSet.Of(Protocol.Tcp), PortSet.All),
        17 => decisions.Of(ProtocolSet.Of(Protocol.Udp), PortSet.All),
        132 => decisions.Of(ProtocolSet.Of(Protocol.Sctp), PortSet.All),
        _ => Decisions.Never,
    };
}
