using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>Sets of destination ports of TCP, UDP and SCTP, each held once under a number: equal sets have equal numbers.</summary>
/// <remarks>A set is the edges of its ranges on one line on which the protocols lie one behind the other: in at an even place, out at an odd one.</remarks>
internal sealed class TrafficSets
{
    public const int Nothing = 0;
    public const int Everything = 1;

    private const int Width = 65536;
    private static readonly Protocol[] Protocols = Enum.GetValues<Protocol>();

    private readonly List<int[]> _edges = [];
    private readonly Dictionary<int[], int> _numbers = new(SameEdges.Instance);

    public TrafficSets()
    {
        Number([]);
        Number([.. Protocols.SelectMany(protocol => new[] { ((int)protocol * Width) + 1, ((int)protocol + 1) * Width })]);
    }

    public int Of(ProtocolSet protocols, PortSet ports)
    {
        var edges = new List<int>();
        foreach (var protocol in Protocols)
        {
            if (!protocols.Contains(protocol)) continue;
            foreach (var range in ports.Ranges)
            {
                if (range.Last == 0) continue;
                edges.Add(((int)protocol * Width) + Math.Max(range.First, (ushort)1));
                edges.Add(((int)protocol * Width) + range.Last + 1);
            }
        }

        return Number([.. edges]);
    }

    public int Combine(SetOperation operation, int left, int right)
    {
        int[] x = _edges[left], y = _edges[right];
        var result = new List<int>(x.Length + y.Length);
        int i = 0, j = 0;
        var was = false;
        while (i < x.Length || j < y.Length)
        {
            var next = Math.Min(i < x.Length ? x[i] : int.MaxValue, j < y.Length ? y[j] : int.MaxValue);
            if (i < x.Length && x[i] == next) i++;
            if (j < y.Length && y[j] == next) j++;
            bool inX = (i & 1) == 1, inY = (j & 1) == 1;
            var now = operation switch
            {
                SetOperation.And => inX && inY,
                SetOperation.Or => inX || inY,
                SetOperation.Without => inX && !inY,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            if (now != was) result.Add(next);
            was = now;
        }

        return Number([.. result]);
    }

    public AllowedPorts Ports(int set) => new(Ports(set, Protocol.Tcp), Ports(set, Protocol.Udp), Ports(set, Protocol.Sctp));

    private PortSet Ports(int set, Protocol protocol)
    {
        var ports = PortSet.Empty;
        var edges = _edges[set];
        var start = (int)protocol * Width;
        for (var i = 0; i < edges.Length; i += 2)
        {
            if (edges[i] >= start && edges[i] < start + Width) ports |= PortSet.Between((ushort)(edges[i] - start), (ushort)(edges[i + 1] - 1 - start));
        }

        return ports;
    }

    private int Number(int[] edges)
    {
        if (_numbers.TryGetValue(edges, out var known)) return known;
        _edges.Add(edges);
        return _numbers[edges] = _edges.Count - 1;
    }

    private sealed class SameEdges : IEqualityComparer<int[]>
    {
        public static readonly SameEdges Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] edges)
        {
            var hash = new HashCode();
            foreach (var edge in edges) hash.Add(edge);
            return hash.ToHashCode();
        }
    }
}
