using System.Text;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Agreeing;

/// <summary>
/// Input: programs of one direction, and the ports that endpoints declare. Output: what tells traffic apart there. Promise: two kinds of
/// traffic of one class get the same verdict from each of the programs, whatever the ends are, under every answer.
/// </summary>
internal sealed class TrafficClasses
{
    private static readonly Endpoint Nobody = new("nobody", Kinds.None);
    private static readonly IpAddress Nowhere = IpAddress.Parse("0.0.0.0");

    private readonly HashSet<TrafficPredicate> _units = [];
    private readonly HashSet<(ContainerPort Declared, ushort? UpTo)> _declared = [];
    private readonly HashSet<ServiceBackend> _backends = [];

    private TrafficClasses()
    {
    }

    public static TrafficClasses Of(IEnumerable<DirectionProgram> programs, IEnumerable<Endpoint> ends)
    {
        var classes = new TrafficClasses();
        var declared = ends.SelectMany(end => end.NamedPorts).Distinct().ToList();
        var rules = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        var met = new HashSet<TrafficPredicate>();
        foreach (var rule in programs.SelectMany(program => program.Tiers).SelectMany(tier => tier.Ranks).SelectMany(rank => rank.Blocks).SelectMany(block => block.Rules).Where(rules.Add))
        {
            classes.AddBackends(rule.Peer);
            classes.AddBackends(rule.Own);
            if (!met.Add(rule.Traffic)) continue;
            classes.Add(rule.Traffic);
            foreach (var name in Names(rule.Traffic)) classes._declared.UnionWith(declared.Where(port => port.Name == name.Name).Select(port => (port, name.UpTo)));
        }

        return classes;
    }

    /// <summary>The first traffic of each class, in its order.</summary>
    public IReadOnlyList<Traffic> Some(IEnumerable<Traffic> traffic) => [.. traffic.DistinctBy(Key, StringComparer.Ordinal)];

    /// <summary>Whether the programs can tell two kinds of traffic apart is whether this text differs.</summary>
    public string Key(Traffic traffic)
    {
        var key = new StringBuilder();
        var sight = new Sight(Nobody, Nowhere, Nobody, Nowhere, traffic, Answers.None);
        foreach (var unit in _units) key.Append(unit.Test(sight) == Truth.True ? '1' : '0');
        foreach (var (declared, upTo) in _declared)
        {
            var port = (traffic as Traffic.Transport)?.DestinationPort;
            var named = traffic is Traffic.Transport { Protocol: var protocol } && protocol == declared.Protocol && port >= declared.Port && port <= Math.Max(declared.Port, upTo ?? declared.Port);
            key.Append(named ? '1' : '0');
        }

        foreach (var backend in _backends) key.Append(backend.Serves(traffic) ? '1' : '0');
        return key.ToString();
    }

    /// <summary>The names of ports that a condition asks for.</summary>
    public static IEnumerable<TrafficPredicate.NamedPort> Names(TrafficPredicate predicate) => predicate switch
    {
        TrafficPredicate.NamedPort name => [name],
        TrafficPredicate.Conjunction all => all.Parts.SelectMany(Names),
        TrafficPredicate.Disjunction any => any.Parts.SelectMany(Names),
        TrafficPredicate.Negation not => Names(not.Part),
        TrafficPredicate.Ask ask => Names(ask.IfYes).Concat(Names(ask.IfNo)),
        TrafficPredicate.Transports or TrafficPredicate.IcmpIs or TrafficPredicate.ProtocolIs or TrafficPredicate.FamilyIs or TrafficPredicate.Constant => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Add(TrafficPredicate predicate)
    {
        switch (predicate)
        {
            case TrafficPredicate.Conjunction all:
                AddParts(all.Parts, TrafficPredicate.All);
                break;
            case TrafficPredicate.Disjunction any:
                AddParts(any.Parts, TrafficPredicate.Any);
                break;
            case TrafficPredicate.Negation not:
                Add(not.Part);
                break;
            case TrafficPredicate.Ask ask:
                Add(ask.IfYes);
                Add(ask.IfNo);
                break;
            default:
                if (DependsOnTheTrafficAlone(predicate)) _units.Add(predicate);
                break;
        }
    }

    private void AddParts(ValueArray<TrafficPredicate> parts, Func<IEnumerable<TrafficPredicate>, TrafficPredicate> join)
    {
        var alone = parts.Where(DependsOnTheTrafficAlone).ToList();
        if (alone.Count > 0) _units.Add(join(alone));
        foreach (var part in parts)
        {
            if (!DependsOnTheTrafficAlone(part)) Add(part);
        }
    }

    /// <summary>Families are kept apart anyway; a name is looked up at an end.</summary>
    private static bool DependsOnTheTrafficAlone(TrafficPredicate predicate) => predicate switch
    {
        TrafficPredicate.NamedPort or TrafficPredicate.FamilyIs or TrafficPredicate.Ask => false,
        TrafficPredicate.Conjunction all => all.Parts.All(DependsOnTheTrafficAlone),
        TrafficPredicate.Disjunction any => any.Parts.All(DependsOnTheTrafficAlone),
        TrafficPredicate.Negation not => DependsOnTheTrafficAlone(not.Part),
        TrafficPredicate.Transports or TrafficPredicate.IcmpIs or TrafficPredicate.ProtocolIs or TrafficPredicate.Constant => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void AddBackends(EndpointPredicate predicate)
    {
        switch (predicate)
        {
            case EndpointPredicate.BackendOf { PinPorts: true } service:
                _backends.UnionWith(service.Backends);
                break;
            case EndpointPredicate.Conjunction all:
                foreach (var part in all.Parts) AddBackends(part);
                break;
            case EndpointPredicate.Disjunction any:
                foreach (var part in any.Parts) AddBackends(part);
                break;
            case EndpointPredicate.Negation not:
                AddBackends(not.Part);
                break;
            case EndpointPredicate.Ask ask:
                AddBackends(ask.IfYes);
                AddBackends(ask.IfNo);
                break;
            default:
                break;
        }
    }
}
