using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: the networks of a profile. Output: addresses for pods and nodes, and what an address can be. Promise: the world never contradicts the facts it is judged by.</summary>
internal sealed class AddressPlan
{
    private static readonly ValueArray<CidrBlock> UsualPods = [CidrBlock.Parse("10.244.0.0/16"), CidrBlock.Parse("fd00:244::/64")];
    private static readonly ValueArray<CidrBlock> UsualNodes = [CidrBlock.Parse("192.168.255.0/24"), CidrBlock.Parse("fd00:255::/64")];

    private readonly HashSet<IpAddress> _taken = [];
    private readonly List<IpRange> _freePods;
    private readonly List<IpRange> _freeNodes;
    private readonly IpSet _services;

    public AddressPlan(NetworkFacts networks)
    {
        var pods = networks.Pods ?? UsualPods;
        var nodes = networks.Nodes ?? UsualNodes;
        _freePods = Free(pods);
        _freeNodes = Free(nodes);
        Pods = SetOf(pods);
        Nodes = SetOf(nodes) | SetOf(networks.Tunnels ?? []);
        _services = SetOf(networks.Services ?? []);
    }

    public IpSet Pods { get; }

    /// <summary>Where nodes are, their tunnels included.</summary>
    public IpSet Nodes { get; }

    public ValueArray<IpAddress> NextPod() => Next(_freePods);

    public ValueArray<IpAddress> NextNode() => Next(_freeNodes);

    public bool Take(IpAddress address) => _taken.Add(address);

    /// <summary>Whether an address belongs to nobody inside: Services have no endpoints of their own.</summary>
    public bool IsOutside(IpAddress address) => !Pods.Contains(address) && !Nodes.Contains(address) && !_services.Contains(address);

    public static IpSet SetOf(IEnumerable<CidrBlock> blocks) => blocks.Aggregate(IpSet.Empty, (set, block) => set | IpSet.Parse(block.ToString()));

    /// <summary>The first network of each family; the first few addresses stay free for edges.</summary>
    private static List<IpRange> Free(ValueArray<CidrBlock> blocks) => [.. blocks.GroupBy(block => block.Family).Select(family => IpSet.Parse(family.First().ToString()).Ranges[0]).Select(range => range with { First = IpAddress.Create(range.First.Family, range.First.Value + 3) })];

    /// <summary>One address of each family that the networks have.</summary>
    private ValueArray<IpAddress> Next(List<IpRange> free)
    {
        var next = new List<IpAddress>();
        for (var i = 0; i < free.Count; i++)
        {
            while (free[i].First.Value < free[i].Last.Value)
            {
                var address = free[i].First;
                free[i] = free[i] with { First = IpAddress.Create(address.Family, address.Value + 1) };
                if (!_taken.Add(address)) continue;
                next.Add(address);
                break;
            }
        }

        return next.ToValueArray();
    }
}
