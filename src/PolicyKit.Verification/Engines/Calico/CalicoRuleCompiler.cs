using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Input: one rule of a policy of a namespace, or of no namespace. Output: adjacent rules of the program, of which several may match. Promise:
/// a port name counts only for pods that hold the selector themselves, so names split a rule where numbers do not.
/// </summary>
internal sealed class CalicoRuleCompiler(CalicoWorld world, string? @namespace, Direction direction)
{
    public IEnumerable<Rule> Compile(CalicoRule rule, Source source)
    {
        var ingress = direction == Direction.Ingress;
        var traffic = Families(rule) & Protocols(rule);
        var sources = Endpoints(rule.From, isDestination: false);
        var destinations = Endpoints(rule.To, isDestination: true);
        return from fromPorts in Ports(rule, rule.From, ingress ? Side.Peer : Side.Subject, atSource: true)
               from toPorts in Ports(rule, rule.To, ingress ? Side.Subject : Side.Peer, atSource: false)
               let left = sources & fromPorts.Endpoint
               let right = destinations & toPorts.Endpoint
               select new Rule(ingress ? left : right, traffic & fromPorts.Traffic & toPorts.Traffic, rule.Action, source) { Own = ingress ? right : left };
    }

    /// <summary>Which endpoints an entity selects by label; null: whatever there is, in the cluster or outside.</summary>
    private CalicoSelector? Expression(CalicoEntity entity)
    {
        var labels = entity.ServiceAccounts?.Selector is { } selector ? CalicoLabels.OfServiceAccounts(selector) : null;
        var names = entity.ServiceAccounts is { Names: { Count: > 0 } written } ? new CalicoSelector.Label(CalicoLabels.ServiceAccount, CalicoOperator.In, written) : null;
        var namespaces = entity.Namespaces is { } selected ? CalicoLabels.OfNamespaces(selected)
            : @namespace is not null && entity.SelectsEndpoints ? CalicoLabels.InNamespace(@namespace)
            : null;
        CalicoSelector?[] positive = [namespaces, labels, names, entity.Selector];
        if (Array.TrueForAll(positive, part => part is null)) return null;
        return CalicoSelector.AllOf([.. positive, entity.NotSelector is { } unwanted ? new CalicoSelector.Not(unwanted) : null]);
    }

    private EndpointPredicate Endpoints(CalicoEntity entity, bool isDestination)
    {
        var selected = Expression(entity) is { } expression ? world.Members(expression)
            : entity.NotSelector is { } unwanted ? !world.Members(unwanted)
            : EndpointPredicate.Always;
        if (entity.Nets.Count > 0) selected &= new EndpointPredicate.AddressIn(Addresses(entity.Nets));
        if (entity.NotNets.Count > 0) selected &= !new EndpointPredicate.AddressIn(Addresses(entity.NotNets));
        if (entity.Domains.Count > 0) selected &= EndpointPredicate.Any(entity.Domains.Select(pattern => new EndpointPredicate.LearnedFor(pattern)));
        if (entity.Foreign is { } foreign) selected &= foreign;
        return entity.Service switch
        {
            null => selected,
            { } service when isDestination => selected & world.AtService(service),
            var service => selected & world.BehindService(service),
        };
    }

    /// <summary>The ways in which the ports of one end can fit: by number, by a name the endpoint declares, and past what is excluded.</summary>
    private IEnumerable<(EndpointPredicate Endpoint, TrafficPredicate Traffic)> Ports(CalicoRule rule, CalicoEntity entity, Side side, bool atSource) =>
        from wanted in Wanted(rule, entity, side, atSource)
        from spared in Spared(rule, entity.NotPorts, side, atSource)
        select (wanted.Endpoint & spared.Endpoint, wanted.Traffic & spared.Traffic);

    private IEnumerable<(EndpointPredicate Endpoint, TrafficPredicate Traffic)> Wanted(CalicoRule rule, CalicoEntity entity, Side side, bool atSource)
    {
        if (!entity.Ports.AreWritten) yield return (EndpointPredicate.Always, TrafficPredicate.Always);
        if (!entity.Ports.Numbers.IsEmpty) yield return (EndpointPredicate.Always, Numbered(entity.Ports.Numbers, atSource));
        if (entity.Ports.Names.Count > 0) yield return (world.Pods(Expression(entity) ?? CalicoSelector.All), Named(rule, entity.Ports.Names, side, atSource));
    }

    private IEnumerable<(EndpointPredicate Endpoint, TrafficPredicate Traffic)> Spared(CalicoRule rule, CalicoPorts ports, Side side, bool atSource)
    {
        var numbers = ports.Numbers.IsEmpty ? TrafficPredicate.Always : Numbered(~ports.Numbers, atSource);
        if (ports.Names.Count == 0)
        {
            yield return (EndpointPredicate.Always, numbers);
            yield break;
        }

        yield return (EndpointPredicate.Always, numbers & !Named(rule, ports.Names, side, atSource));
        yield return (!world.Pods(CalicoSelector.All), numbers);
    }

    private static TrafficPredicate Numbered(PortSet ports, bool atSource) =>
        atSource ? new TrafficPredicate.Transports(ProtocolSet.All, PortSet.All, ports) : new TrafficPredicate.Transports(ProtocolSet.All, ports);

    private static TrafficPredicate Named(CalicoRule rule, ValueArray<string> names, Side side, bool atSource)
    {
        var protocol = CalicoProtocols.WithPorts(rule.Protocol);
        return TrafficPredicate.Any(names.Select(name => new TrafficPredicate.NamedPort(protocol, name, side, AtSource: atSource)));
    }

    private static TrafficPredicate Protocols(CalicoRule rule)
    {
        var traffic = TrafficPredicate.Always;
        if (rule.Protocol is { } protocol) traffic &= OfNumber(protocol);
        if (rule.NotProtocol is { } excluded) traffic &= !OfNumber(excluded);
        if (rule.Icmp is { } icmp) traffic &= Types(rule, icmp);
        if (rule.NotIcmp is { } notIcmp) traffic &= !Types(rule, notIcmp);
        return traffic;
    }

    private static TrafficPredicate Types(CalicoRule rule, CalicoIcmp icmp) =>
        new TrafficPredicate.IcmpIs(rule.Protocol switch { CalicoProtocols.Icmp => IpFamily.V4, CalicoProtocols.IcmpV6 => IpFamily.V6, _ => null }, icmp.Type, icmp.Code);

    private static TrafficPredicate OfNumber(byte number) => CalicoProtocols.WithPorts(number) is { } transport
        ? new TrafficPredicate.Transports(ProtocolSet.Of(transport), PortSet.All)
        : new TrafficPredicate.ProtocolIs(number);

    /// <summary>A rule exists in a family only if every list of networks in it still has an entry of that family.</summary>
    private static TrafficPredicate Families(CalicoRule rule)
    {
        ValueArray<Cidr>[] lists = [rule.From.Nets, rule.From.NotNets, rule.To.Nets, rule.To.NotNets];
        var left = Enum.GetValues<IpFamily>()
            .Where(family => rule.Family is null || rule.Family == family)
            .Where(family => lists.All(list => list.Count == 0 || list.Any(cidr => cidr.Family == family)))
            .ToList();
        return left.Count == Enum.GetValues<IpFamily>().Length ? TrafficPredicate.Always : TrafficPredicate.Any(left.Select(family => new TrafficPredicate.FamilyIs(family)));
    }

    private static IpSet Addresses(ValueArray<Cidr> cidrs) => cidrs.Aggregate(IpSet.Empty, (set, cidr) => set | cidr.Set);
}
