using System.Text;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Agreeing;

/// <summary>
/// Input: programs of one direction, and one of its sides. Output: what tells endpoints apart there. Promise: two endpoints of one class get
/// the same verdict from each of the programs, whatever the other end and the traffic are, under every answer.
/// </summary>
internal sealed class EndClasses
{
    private static readonly IpFamily[] Families = [IpFamily.V4, IpFamily.V6];
    private static readonly Traffic Whatever = new Traffic.OtherProtocol(0);
    private static readonly IpAddress Nowhere = IpAddress.Parse("0.0.0.0");

    private readonly Side _side;
    private readonly HashSet<Rule> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<EndpointPredicate> _met = [];
    private readonly HashSet<EndpointPredicate> _units = [];
    private readonly HashSet<EndpointPredicate> _ofAddresses = [];
    private readonly HashSet<IpAddress> _backends = [];
    private bool _names;

    private EndClasses(Side side) => _side = side;

    public static EndClasses Under(IEnumerable<DirectionProgram> programs, Side side)
    {
        var classes = new EndClasses(side);
        foreach (var program in programs) classes.Add(program);
        return classes;
    }

    /// <summary>The first two endpoints of each class, where it has two: a pod must also meet its like.</summary>
    public IReadOnlyList<IReadOnlyList<WorldEnd>> Of(IEnumerable<WorldEnd> ends)
    {
        var classes = new Dictionary<string, List<WorldEnd>>(StringComparer.Ordinal);
        var inOrder = new List<List<WorldEnd>>();
        foreach (var end in ends)
        {
            var key = ReferenceEquals(end.Dialled, end.Seen) ? Key(end.Dialled) : $"{Key(end.Dialled)} {Key(end.Seen)}";
            if (!classes.TryGetValue(key, out var alike)) inOrder.Add(classes[key] = alike = []);
            if (alike.Count < 2) alike.Add(end);
        }

        return inOrder;
    }

    /// <summary>Whether the programs can tell two endpoints apart is whether this text differs.</summary>
    public string Key(Endpoint end)
    {
        var key = new StringBuilder();
        var some = end.Addresses.Count > 0 ? end.Addresses[0] : Nowhere;
        Append(_units, new(end, some, end, some, Whatever, Answers.None));
        foreach (var family in Families)
        {
            if (end.Address(family) is not { } address)
            {
                key.Append('-');
                continue;
            }

            key.Append('+');
            Append(_ofAddresses, new(end, address, end, address, Whatever, Answers.None));
            if (_backends.Contains(address)) key.Append(address);
        }

        // A node is a pod's own or another one; who can be a subject at all is no matter of programs.
        key.Append(end.CanBeSubject ? 'p' : 'x').Append((int)(end.Kinds & RepresentativeWorld.OfMesh));
        if (_side == Side.Subject || (end.Kinds & Kinds.AnyNode) != 0) key.Append((int)(end.Kinds & Kinds.AnyNode)).Append(end.Node);
        if (_names) key.AppendJoin(',', end.NamedPorts);
        return key.ToString();

        void Append(HashSet<EndpointPredicate> units, Sight sight)
        {
            foreach (var unit in units) key.Append(unit.Test(sight, Side.Peer) == Truth.True ? '1' : '0');
        }
    }

    private void Add(DirectionProgram program)
    {
        foreach (var ending in program.Endings) AddSubject(ending.Subject);
        foreach (var tier in program.Tiers)
        {
            foreach (var ending in tier.Endings) AddSubject(ending.Subject);
            foreach (var block in tier.Ranks.SelectMany(rank => rank.Blocks)) Add(block);
        }
    }

    private void Add(Block block)
    {
        AddSubject(block.Subject);
        foreach (var rule in block.Rules.Where(_rules.Add))
        {
            AddSubject(rule.Own);
            if (_side == Side.Peer) Add(rule.Peer);
            _names = _names || TrafficClasses.Names(rule.Traffic).Any(name => name.DeclaredBy == _side);
        }
    }

    private void AddSubject(EndpointPredicate subject)
    {
        if (_side == Side.Subject) Add(subject);
    }

    private void Add(EndpointPredicate predicate)
    {
        if (!_met.Add(predicate)) return;
        switch (predicate)
        {
            case EndpointPredicate.Conjunction all:
                AddParts(all.Parts, EndpointPredicate.All);
                break;
            case EndpointPredicate.Disjunction any:
                AddParts(any.Parts, EndpointPredicate.Any);
                break;
            case EndpointPredicate.Negation not:
                Add(not.Part);
                break;
            case EndpointPredicate.Ask ask:
                Add(ask.IfYes);
                Add(ask.IfNo);
                break;
            case EndpointPredicate.BackendOf service:
                _backends.UnionWith(service.Backends.Select(backend => backend.Address));
                break;
            default:
                if (DependsOnTheEndAlone(predicate)) AddUnit(predicate);
                break;
        }
    }

    /// <summary>Parts that depend on nothing but the end are one condition: what matters is whether all of them, or any of them, hold.</summary>
    private void AddParts(ValueArray<EndpointPredicate> parts, Func<IEnumerable<EndpointPredicate>, EndpointPredicate> join)
    {
        var alone = parts.Where(DependsOnTheEndAlone).ToList();
        if (alone.Count > 0) AddUnit(join(alone));
        foreach (var part in parts)
        {
            if (!DependsOnTheEndAlone(part)) Add(part);
        }
    }

    /// <summary>What asks for the address is asked again in each family.</summary>
    private void AddUnit(EndpointPredicate unit) => (AsksForTheAddress(unit) ? _ofAddresses : _units).Add(unit);

    private static bool AsksForTheAddress(EndpointPredicate predicate) => predicate switch
    {
        EndpointPredicate.AddressIn => true,
        EndpointPredicate.Conjunction all => all.Parts.Any(AsksForTheAddress),
        EndpointPredicate.Disjunction any => any.Parts.Any(AsksForTheAddress),
        EndpointPredicate.Negation not => AsksForTheAddress(not.Part),
        EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor or EndpointPredicate.Constant or EndpointPredicate.BackendOf or EndpointPredicate.Ask => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool DependsOnTheEndAlone(EndpointPredicate predicate) => predicate switch
    {
        EndpointPredicate.Is kinds => (kinds.Kinds & Kinds.AnyNode) is Kinds.None or Kinds.AnyNode,
        EndpointPredicate.BackendOf or EndpointPredicate.Ask => false,
        EndpointPredicate.Conjunction all => all.Parts.All(DependsOnTheEndAlone),
        EndpointPredicate.Disjunction any => any.Parts.All(DependsOnTheEndAlone),
        EndpointPredicate.Negation not => DependsOnTheEndAlone(not.Part),
        EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor or EndpointPredicate.Constant => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
