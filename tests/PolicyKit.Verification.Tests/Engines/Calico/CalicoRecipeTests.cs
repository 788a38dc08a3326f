using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Deciding;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>The law of the recipe: a NetworkPolicy, and the Calico policy that Calico makes of it, decide the same about every flow.</summary>
internal sealed class CalicoRecipeTests
{
    private static readonly IReadOnlyList<Flow> Flows = [.. Worlds.Flows];

    /// <summary>The recipe keeps network sets out, whatever their labels.</summary>
    private static readonly string NetworkSets = Together(CalicoYaml.NetworkSet("app: web", "8.8.8.8, 10.1.0.2"), CalicoYaml.GlobalNetworkSet("team: ops", "10.9.0.0/16"));

    /// <summary>A peer as a NetworkPolicy writes it, and as the recipe does.</summary>
    private static readonly Gen<(string Kubernetes, string Calico)> Peer = Gen.Elements(
        ("podSelector: {}", "selector: \"ORC\""),
        ("podSelector: {matchLabels: {app: web}}", "selector: \"ORC && app == 'web'\""),
        ("podSelector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: DoesNotExist}]}", "selector: \"ORC && app == 'web' && ! has(tier)\""),
        ("podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web, db]}]}", "selector: \"ORC && app not in { 'web', 'db' }\""),
        ("podSelector: {matchExpressions: [{key: app, operator: In, values: [web, tool]}]}, namespaceSelector: {}", "selector: \"ORC && app in { 'web', 'tool' }\", namespaceSelector: all()"),
        ("namespaceSelector: {}", "selector: \"ORC\", namespaceSelector: all()"),
        ("namespaceSelector: {matchLabels: {team: ops}}", "selector: \"ORC\", namespaceSelector: team == 'ops'"),
        ("namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}", "selector: \"ORC\", namespaceSelector: \"team not in { 'ops' }\""),
        ("namespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}", "selector: \"ORC\", namespaceSelector: has(team)"),
        ("ipBlock: {cidr: 10.0.0.0/8}", "nets: [10.0.0.0/8]"),
        ("ipBlock: {cidr: 0.0.0.0/0, except: [10.1.0.2/31, 8.0.0.0/8]}", "nets: [0.0.0.0/0], notNets: [10.1.0.2/31, 8.0.0.0/8]"),
        ("ipBlock: {cidr: 192.168.0.0/16}", "nets: [192.168.0.0/16]"));

    /// <summary>The ports of one protocol: a rule of the recipe has one.</summary>
    private static readonly Gen<(string Kubernetes, string Protocol, string Calico)> Port = Gen.Elements(
        ("{}", "TCP", ""),
        ("{port: 80}", "TCP", "80"),
        ("{port: http}, {port: 443}", "TCP", "http, 443"),
        ("{port: 8000, endPort: 9000}", "TCP", "'8000:9000'"),
        ("{protocol: UDP}", "UDP", ""),
        ("{protocol: UDP, port: 53}", "UDP", "53"),
        ("{protocol: UDP, port: stats}", "UDP", "stats"),
        ("{protocol: SCTP, port: 80}", "SCTP", "80"));

    private static readonly Gen<(string Kubernetes, IEnumerable<string> Calico)> Rule =
        from peers in Gen.ListOf(Peer, 3)
        from ports in Gen.ListOf(Port, 3)
        from peerCount in Gen.Choose(0, 3)
        from portCount in Gen.Choose(0, 3)
        select Both([.. peers.Take(peerCount)], [.. ports.Take(portCount)]);

    private static readonly Gen<(string Kubernetes, string Calico)> Policy =
        from subject in Gen.Elements(("{}", "ORC"), ("{matchLabels: {app: web}}", "ORC && app == 'web'"), ("{matchExpressions: [{key: tier, operator: Exists}]}", "ORC && has(tier)"))
        from ingress in Gen.ListOf(Rule, 2)
        from egress in Gen.ListOf(Rule, 2)
        from counts in Gen.Choose(0, 8)
        from types in Gen.Elements("Ingress", "Egress", "Ingress, Egress")
        from ns in Gen.Elements("shop", "ops")
        let someIngress = ingress.Take(counts % 3).ToList()
        let someEgress = egress.Take(counts / 3).ToList()
        select (
            NetworkPolicy($"{{podSelector: {subject.Item1}, policyTypes: [{types}], ingress: [{Joined(someIngress, "from")}], egress: [{Joined(someEgress, "to")}]}}", "NAME", ns),
            CalicoYaml.Policy($"order: 1000, selector: \"{subject.Item2}\", types: [{types}], ingress: [{Joined(someIngress, true)}], egress: [{Joined(someEgress, false)}]".Replace("ORC", "projectcalico.org/orchestrator == 'k8s'", StringComparison.Ordinal), "NAME", ns));

    private static readonly Arbitrary<(string Kubernetes, string Calico)[]> Sets =
        (from policies in Gen.ListOf(Policy, 3)
         from count in Gen.Choose(1, 3)
         select policies.Take(count).Select((pair, index) => (Named(pair.Kubernetes, index), Named(pair.Calico, index))).ToArray()).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property A_NetworkPolicy_and_what_Calico_makes_of_it_decide_the_same() => Prop.ForAll(Sets, set =>
    {
        var kubernetes = JudgeOf(Together([NetworkSets, .. set.Select(pair => pair.Kubernetes)]), Enforcer.Calico);
        var calico = JudgeOf(Together([NetworkSets, .. set.Select(pair => pair.Calico)]), Enforcer.Calico);
        var mixed = JudgeOf(Together([NetworkSets, .. set.Select((pair, index) => index % 2 == 0 ? pair.Kubernetes : pair.Calico)]), Enforcer.Calico);
        var turned = JudgeOf(Together([.. set.Select(pair => pair.Calico).Reverse(), NetworkSets]), Enforcer.Calico);
        return Flows.All(flow => kubernetes.Decide(flow) is var expected && new[] { calico, mixed, turned }.All(judge => Same(expected, judge.Decide(flow))));
    });

    private static bool Same(ConnectionVerdict left, ConnectionVerdict right) =>
        left.Ingress == right.Ingress && left.Egress == right.Egress && left.Whole is Verdict.Allow or Verdict.Deny;

    /// <summary>One rule of a NetworkPolicy is one rule for each protocol and peer in the recipe; PEER and PORTS are the ends of the direction.</summary>
    private static (string Kubernetes, IEnumerable<string> Calico) Both(List<(string Kubernetes, string Calico)> peers, List<(string Kubernetes, string Protocol, string Calico)> ports)
    {
        var calico = from port in ports.DefaultIfEmpty(("", "", ""))
                     from peer in peers.DefaultIfEmpty(("", ""))
                     select (port.Item2 == "" ? "" : $"protocol: {port.Item2}, ") + Ends(peer.Item2, port.Item3);
        var kubernetes = $"{{PEERS: [{string.Join(", ", peers.Select(peer => $"{{{peer.Kubernetes}}}"))}], ports: [{string.Join(", ", ports.Select(port => port.Kubernetes))}]}}";
        return (kubernetes, calico.ToList());
    }

    private static string Ends(string peer, string ports) => $"PEER={peer};PORTS={ports}";

    private static string Joined(List<(string Kubernetes, IEnumerable<string> Calico)> rules, string peersKey) =>
        string.Join(", ", rules.Select(rule => rule.Kubernetes.Replace("PEERS", peersKey, StringComparison.Ordinal)));

    private static string Joined(List<(string Kubernetes, IEnumerable<string> Calico)> rules, bool ingress) =>
        string.Join(", ", rules.SelectMany(rule => rule.Calico).Select(rule =>
        {
            var start = rule.IndexOf("PEER=", StringComparison.Ordinal);
            var middle = rule.IndexOf(";PORTS=", StringComparison.Ordinal);
            var (peer, ports) = (rule[(start + 5)..middle], rule[(middle + 7)..]);
            var written = ports == "" ? "" : $"ports: [{ports}]";
            var ends = ingress ? $"source: {{{peer}}}, destination: {{{written}}}" : $"destination: {{{string.Join(", ", new[] { peer, written }.Where(part => part != ""))}}}";
            return $"{{action: Allow, {rule[..start]}{ends}}}";
        }));

    private static string Named(string policy, int index) => policy.Replace("NAME", $"p{index}", StringComparison.Ordinal);
}
