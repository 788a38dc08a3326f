using System.Diagnostics;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;

namespace PolicyKit.Testing;

/// <summary>A connection that a test asks about: from one end to another, on a port.</summary>
/// <remarks>It is allowed only if both ends allow it: the source's egress, and the destination's ingress. Where both ends have IPv4 and IPv6 addresses, both are asked.</remarks>
public sealed class TestConnection
{
    private readonly TestCluster _cluster;
    private readonly ValueArray<Flow> _flows;

    internal TestConnection(TestCluster cluster, Endpoint from, Endpoint to, Port port)
    {
        _cluster = cluster;
        From = from;
        To = to;
        Port = port;
        _flows = TestPorts.Flows(cluster, from, to, port).ToValueArray();
    }

    /// <summary>Where it comes from.</summary>
    public Endpoint From { get; }

    /// <summary>Where it goes.</summary>
    public Endpoint To { get; }

    /// <summary>The port at the destination.</summary>
    public Port Port { get; }

    /// <summary>The connection is allowed, on each of its ports.</summary>
    /// <exception cref="PolicyAssertionException">It is denied, or nobody can say; the message says why, and the mend.</exception>
    [StackTraceHidden]
    public void ShouldBeAllowed()
    {
        if (First<Verdict.Allow>() is { } other) throw ConnectionMessage.NotAllowed(_cluster, other);
    }

    /// <summary>The connection is denied, on each of its ports.</summary>
    /// <exception cref="PolicyAssertionException">It is allowed, or nobody can say; the message says why, and the mend.</exception>
    [StackTraceHidden]
    public void ShouldBeDenied()
    {
        if (First<Verdict.Deny>() is { } other) throw ConnectionMessage.NotDenied(_cluster, other);
    }

    /// <summary>Why the connection is allowed, denied or undefined, in plain text.</summary>
    /// <returns>Some lines, for the first of its ports.</returns>
    public string Explain() => _cluster.Judge.Explain(_flows[0]).ToString();

    /// <summary>The connection in words.</summary>
    /// <returns>For example <c>shop/web → shop/db on 5432/TCP</c>.</returns>
    public override string ToString() => $"{From} → {To} on {Port}";

    /// <summary>The first flow with another verdict than the one that is expected.</summary>
    private ConnectionExplanation? First<TExpected>()
        where TExpected : Verdict
    {
        foreach (var flow in _flows)
        {
            if (_cluster.Judge.Decide(flow).Whole is not TExpected) return _cluster.Judge.Explain(flow);
        }

        return null;
    }
}
