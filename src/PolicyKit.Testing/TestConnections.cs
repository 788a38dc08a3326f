using System.Diagnostics;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Testing;

/// <summary>Every connection to a pod, or from it: whatever runs in the cluster at the other end, and every network outside that a policy tells apart.</summary>
/// <remarks>All ports of TCP, UDP and SCTP are looked at. The pod's own node always reaches it, whatever is written, and is left out.</remarks>
public sealed class TestConnections
{
    private const string NetworkPrefix = "cidr:";

    private readonly TestCluster _cluster;
    private readonly Endpoint _pod;
    private readonly Direction _direction;

    internal TestConnections(TestCluster cluster, Endpoint pod, Direction direction)
    {
        if (!pod.CanBeSubject) throw new ArgumentException($"'{pod}' is no pod, and policies restrict only pods.", nameof(pod));
        _cluster = cluster;
        _pod = pod;
        _direction = direction;
    }

    /// <summary>These connections are allowed, and no others.</summary>
    /// <param name="connection">
    /// The other end and the port: <c>namespace/pod</c>, <c>node:NAME</c>, <c>ip:ADDRESS</c>, <c>dns:NAME</c>, or <c>cidr:NETWORK</c> for every address of a network outside.
    /// </param>
    /// <param name="more">More of them.</param>
    /// <exception cref="PolicyAssertionException">One of them is not allowed, or another one is; the message says why, and the mend.</exception>
    [StackTraceHidden]
    public void ShouldAllowOnly((string End, Port Port) connection, params (string End, Port Port)[] more) => Check([connection, .. more]);

    /// <summary>No connection is allowed.</summary>
    /// <exception cref="PolicyAssertionException">One is allowed; the message says why, and the mend.</exception>
    [StackTraceHidden]
    public void ShouldAllowNothing() => Check([]);

    [StackTraceHidden]
    private void Check((string End, Port Port)[] expected)
    {
        foreach (var (end, port) in expected)
        {
            foreach (var address in Ends(end)) Connection(address, port).ShouldBeAllowed();
        }

        foreach (var pair in Reachability.Of(_cluster.Judge).Pairs)
        {
            var (pod, end) = _direction == Direction.Ingress ? (pair.To, pair.From) : (pair.From, pair.To);
            if (pod != _pod.Name || IsOwnNode(end)) continue;
            var possible = pair.Undefined.Select(undefined => undefined.Ports).Aggregate(pair.Allowed, TestPorts.Union);
            var known = expected.Where(one => Covers(one.End, end)).Select(one => TestPorts.Of(one.Port, Destination(Ends(end)[0]), _cluster.Profile)).Aggregate(AllowedPorts.None, TestPorts.Union);
            if (TestPorts.Traffics(Without(possible, known)).FirstOrDefault() is { } other) throw Unexpected(Ends(end)[0], other, expected);
        }
    }

    private PolicyAssertionException Unexpected(string end, Traffic traffic, (string End, Port Port)[] expected)
    {
        var flow = _direction == Direction.Ingress ? _cluster.Objects.Flow(end, _pod.Name, traffic) : _cluster.Objects.Flow(_pod.Name, end, traffic);
        var listed = expected.Length == 0 ? "nothing is" : $"only {string.Join(", ", expected.Select(one => $"{one.End} on {one.Port}"))} {(expected.Length == 1 ? "is" : "are")}";
        return ConnectionMessage.NotDenied(_cluster, _cluster.Judge.Explain(flow), $"denied, for {listed} {(_direction == Direction.Ingress ? $"to reach {_pod}" : $"to be reached from {_pod}")}");
    }

    private TestConnection Connection(string end, Port port) => _direction == Direction.Ingress ? _cluster.Connect(end, _pod.Name, port) : _cluster.Connect(_pod.Name, end, port);

    private Endpoint Destination(string end) => _direction == Direction.Ingress ? _pod : _cluster.Objects.Endpoint(end);

    /// <summary>Of a network its first and its last address; any other end is itself.</summary>
    private static string[] Ends(string end)
    {
        if (!end.StartsWith(NetworkPrefix, StringComparison.Ordinal)) return [end];
        var ranges = IpSet.Parse(end[NetworkPrefix.Length..]).Ranges;
        return [$"ip:{ranges[0].First}", $"ip:{ranges[^1].Last}"];
    }

    private static bool Covers(string expected, string end) =>
        expected == end || (NetworkOf(expected) is { } whole && NetworkOf(end) is { } part && (part - whole).IsEmpty);

    private static IpSet? NetworkOf(string end) =>
        end.StartsWith(NetworkPrefix, StringComparison.Ordinal) ? IpSet.Parse(end[NetworkPrefix.Length..])
        : end.StartsWith("ip:", StringComparison.Ordinal) ? IpSet.Of(IpAddress.Parse(end[3..]))
        : null;

    private bool IsOwnNode(string end) => _direction == Direction.Ingress && _pod.Node is { } node
        && _cluster.Objects.Pods.Concat(_cluster.Objects.Nodes).Any(other => other.Name == end && other.Node == node && (other.Kinds & Kinds.AnyNode) != 0);

    private static AllowedPorts Without(AllowedPorts ports, AllowedPorts known) => new(Without(ports.Tcp, known.Tcp), Without(ports.Udp, known.Udp), Without(ports.Sctp, known.Sctp));

    private static PortSet Without(PortSet ports, PortSet known) => ~(~ports | known);
}
