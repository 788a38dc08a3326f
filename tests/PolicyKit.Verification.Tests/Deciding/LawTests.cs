using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Deciding;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Deciding;

/// <summary>The laws that every program keeps, on random NetworkPolicies and ClusterNetworkPolicies and on every flow of the small cluster.</summary>
internal sealed class LawTests
{
    private static readonly IReadOnlyList<Flow> Flows = [.. Worlds.Flows];

    private static readonly Gen<string> Peer = Gen.Elements(
        "podSelector: {}", "namespaceSelector: {}", "namespaceSelector: {matchLabels: {team: ops}}", "podSelector: {matchLabels: {app: db}}",
        "namespaceSelector: {}, podSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}", "ipBlock: {cidr: 8.0.0.0/8}",
        "ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.2/32]}", "ipBlock: {cidr: 192.168.0.0/16}");

    private static readonly Gen<string> Port = Gen.Elements("port: 80", "port: http", "port: 53, protocol: UDP", "port: 8000, endPort: 9000", "protocol: SCTP", "");

    private static readonly Gen<string> KubernetesRule =
        from peers in Gen.ListOf(Peer, 2)
        from some in Gen.Choose(0, 2)
        from ports in Gen.ListOf(Port, 2)
        from portCount in Gen.Choose(0, 2)
        select $"{{PEERS: [{Braced(peers.Take(some))}], ports: [{Braced(ports.Take(portCount))}]}}";

    private static readonly Gen<string> Kubernetes =
        from subject in Gen.Elements("{}", "{matchLabels: {app: web}}", "{matchExpressions: [{key: tier, operator: Exists}]}")
        from types in Gen.Elements("", "policyTypes: [Ingress], ", "policyTypes: [Egress], ", "policyTypes: [Ingress, Egress], ")
        from ingress in Gen.ListOf(KubernetesRule, 2)
        from egress in Gen.ListOf(KubernetesRule, 2)
        from counts in Gen.Choose(0, 8)
        from ns in Gen.Elements("shop", "ops")
        select NetworkPolicy($"{{podSelector: {subject}, {types}ingress: [{Joined(ingress.Take(counts % 3), "from")}], egress: [{Joined(egress.Take(counts / 3), "to")}]}}", "NAME", ns);

    private static readonly Gen<string> Cluster =
        from tier in Gen.Elements("Admin", "Baseline")
        from priority in Gen.Choose(1, 3)
        from action in Gen.Elements("Accept", "Deny", "Pass")
        from second in Gen.Elements("Accept", "Deny", "Pass")
        from peer in Gen.Elements("namespaces: {}", "namespaces: {matchLabels: {team: ops}}", "pods: {podSelector: {matchLabels: {app: db}}}")
        from protocols in Gen.Elements("", ", protocols: [{tcp: {destinationPort: {number: 80}}}]", ", protocols: [{destinationNamedPort: http}]")
        select ClusterPolicy($"tier: {tier}, priority: {priority}, subject: {{namespaces: {{}}}}, ingress: [{{action: {action}, from: [{{{peer}}}]{protocols}}}, {{action: {second}, from: [{{namespaces: {{}}}}]}}], egress: [{{action: {second}, to: [{{networks: [10.0.0.0/8]}}]{protocols}}}]", "NAME");

    internal static readonly Arbitrary<string[]> Sets =
        (from kubernetes in Gen.ListOf(Kubernetes, 3)
         from clusters in Gen.ListOf(Cluster, 2)
         from count in Gen.Choose(0, 11)
         select kubernetes.Take(count % 4).Concat(clusters.Take(count / 4)).Select((text, index) => text.Replace("NAME", $"p{index}", StringComparison.Ordinal)).ToArray()).ToArbitrary();

    internal static readonly Arbitrary<Answers> SomeAnswers =
        Gen.Choose(0, int.MaxValue).Select(bits => Enum.GetValues<Question>().Aggregate(Answers.None, (answers, q) => ((bits >> (int)q) & 1) == 0 ? answers : answers.With(q, ((bits >> ((int)q + 8)) & 1) == 1))).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property The_order_of_writing_changes_nothing() =>
        Prop.ForAll(Sets, SomeAnswers, (set, answers) => Same(JudgeOf(Together(set)), JudgeOf(Together([.. set.Reverse()])), answers));

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property Another_allow_rule_in_a_governed_direction_never_denies() =>
        Prop.ForAll(Sets, KubernetesRule.ToArbitrary(), SomeAnswers, (set, rule, answers) =>
        {
            var closed = NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: []}", "extra");
            var open = NetworkPolicy($"{{podSelector: {{}}, policyTypes: [Ingress], ingress: [{Joined([rule], "from")}]}}", "extra");
            var before = JudgeOf(Together([.. set, closed])).Assuming(answers);
            var after = JudgeOf(Together([.. set, open])).Assuming(answers);
            return Flows.Where(flow => before.Decide(Direction.Ingress, flow) is Verdict.Allow).All(flow => after.Decide(Direction.Ingress, flow) is Verdict.Allow);
        });

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property An_undefined_verdict_names_questions_and_goes_away_when_they_are_answered() =>
        Prop.ForAll(Sets, SomeAnswers, (set, answers) =>
        {
            var judge = JudgeOf(Together(set)).Assuming(answers);
            foreach (var flow in Flows)
            {
                foreach (var direction in Enum.GetValues<Direction>())
                {
                    if (judge.Decide(direction, flow) is not Verdict.Undefined undefined) continue;
                    if (undefined.DependsOn.Count == 0 || undefined.DependsOn.Any(question => answers[question] is not null)) return false;
                    var all = undefined.DependsOn.Aggregate(answers, (known, question) => known.With(question, true));
                    if (judge.Assuming(all).Decide(direction, flow) is Verdict.Undefined) return false;
                }
            }

            return true;
        });

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property A_decided_verdict_holds_under_every_further_answer() =>
        Prop.ForAll(Sets, SomeAnswers, SomeAnswers, (set, answers, more) =>
        {
            var judge = JudgeOf(Together(set)).Assuming(answers);
            var further = judge.Assuming(Enum.GetValues<Question>().Where(q => answers[q] is null && more[q] is not null).Aggregate(answers, (known, q) => known.With(q, more[q]!.Value)));
            return Flows.All(flow => judge.Decide(flow).Whole is Verdict.Undefined || judge.Decide(flow).Whole.Equals(further.Decide(flow).Whole));
        });

    private static bool Same(Judge left, Judge right, Answers answers) =>
        Flows.All(flow => left.Assuming(answers).Decide(flow).Equals(right.Assuming(answers).Decide(flow)));

    private static string Braced(IEnumerable<string> items) => string.Join(", ", items.Select(item => $"{{{item}}}"));

    private static string Joined(IEnumerable<string> rules, string peersKey) => string.Join(", ", rules.Select(rule => rule.Replace("PEERS", peersKey, StringComparison.Ordinal)));
}
