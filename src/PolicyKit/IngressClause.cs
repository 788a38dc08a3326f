using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>An ingress rule whose ports are chosen and whose sources are still to be named.</summary>
public sealed class IngressClause
{
    private readonly Policy _policy;
    private readonly ValueArray<Port> _ports;
    private readonly string? _because;
    private readonly Origin _origin;

    internal IngressClause(Policy policy, ValueArray<Port> ports, Origin origin, string? because = null)
    {
        _policy = policy;
        _ports = ports;
        _origin = origin;
        _because = because;
    }

    /// <summary>Says why the rule is there; it is written as an annotation.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The same clause with its reason.</returns>
    [Verb(Verb.Keep)]
    public IngressClause Because(string reason) => new(_policy, _ports, _origin, Reason.Checked(reason));

    /// <summary>Completes the rule: connections from any of these peers are allowed.</summary>
    /// <param name="peer">A peer.</param>
    /// <param name="more">Further peers.</param>
    /// <returns>A new policy that governs ingress.</returns>
    [Verb(Verb.Peers)]
    public Policy From(Peer peer, params Peer[] more) => With([peer, .. more]);

    /// <summary>Completes the rule: connections from any peer of a sequence are allowed.</summary>
    /// <param name="peers">The peers. A sequence that turns out empty is an error (PK0010), not "anywhere".</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new policy that governs ingress.</returns>
    [Verb(Verb.Peers)]
    public Policy From(IEnumerable<Peer> peers, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var list = peers.ToArray<RulePeer>();
        return With([.. list], list.Length == 0 ? new Origin(file, line) : _origin);
    }

    /// <summary>Completes the rule: connections from every endpoint are allowed, inside the cluster and outside.</summary>
    /// <returns>A new policy that governs ingress.</returns>
    [Verb(Verb.Anywhere)]
    public Policy FromAnywhere() => With([AnywherePeer.Instance]);

    /// <summary>Completes the rule for health probes: the pod's own node, which every engine already lets in. It records the intent, and only it.</summary>
    /// <returns>A new policy that governs ingress.</returns>
    [Verb(Verb.Kubelet)]
    public Policy FromKubelet() => With([KubeletPeer.Instance]);

    private Policy With(ValueArray<RulePeer> peers) => With(peers, _origin);

    private Policy With(ValueArray<RulePeer> peers, Origin origin) => _policy.WithIngressRule(new(_ports, peers, _because, origin));
}
