using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: the networks of a profile. Output: addresses for pods and nodes, and what an address can be. Promise: the world never contradicts the facts it is judged by.</summary>
internal sealed class AddressPlan
{
    private static readonly ValueArray<CidrBlock> UsualPods = [CidrBlock.Parse("10.244.0.0/16"), CidrBlock.Parse("fd00:244::/64")];
    private static readonly ValueArray<CidrBlock> UsualNodes = [CidrBlock.Parse("192.168.255.0/24"), CidrBlock.Parse("fd00:255::/64")];

    private readonly HashSet<IpAddress> _taken = [];
    private readonly ValueArray<CidrBlock> _pods;
    private readonly ValueArray<CidrBlock> _nodes;
    private readonly IpSet _services;

    public AddressPlan(NetworkFacts networks)
    {
        _pods = networks.Pods ?? UsualPods;
        _nodes = networks.Nodes ?? UsualNodes;
        Pods = SetOf(_pods);
        Nodes = SetOf(_nodes) | SetOf(networks.Tunnels ?? []);
        _services = SetOf(networks.Services ?? []);
    }

    public IpSet Pods { get; }

    /// <summary>Where nodes are, their tunnels included.</summary>
    public IpSet Nodes { get; }

    public ValueArray<IpAddress> NextPod() => Next(_pods);

    public ValueArray<IpAddress> NextNode() => Next(_nodes);

    public bool Take(IpAddress address) => _taken.Add(address);

    /// <summary>Whether an address belongs to nobody inside: Services have no endpoints of their own.</summary>
    public bool IsOutside(IpAddress address) => !Pods.Contains(address) && !Nodes.Contains(address) && !_services.Contains(address);

    public static IpSet SetOf(IEnumerable<CidrBlock> blocks) => blocks.Aggregate(IpSet.Empty, (set, block) => set | IpSet.Parse(block.ToString()));

    /// <summary>One address of each family that the networks have; the first few stay free for edges.</summary>
    private ValueArray<IpAddress> Next(ValueArray<CidrBlock> blocks) =>
        blocks.GroupBy(block => block.Family).Select(family => Next(SetOf([family.First()]).Ranges[0])).OfType<IpAddress>().ToValueArray();

    private IpAddress? Next(IpRange range)
    {
        for (var value = range.First.Value + 3; value < range.Last.Value; value++)
        {
            var address = IpAddress.Create(range.First.Family, value);
            if (_taken.Add(address)) return address;
        }

        return null;
    }
}
