using System.Text.RegularExpressions;
using FsCheck.Fluent;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.Generators;

/// <summary>The generators are measured: laws over random policies say nothing of words that are hardly drawn, of pods that no two policies meet on, and of sets that are refused.</summary>
public sealed class RandomPolicyTests
{
    private static readonly IReadOnlyList<PolicySet> Sample = [.. PolicyGen.Sets(new()).Sample(2000, new FsCheck.Rnd(20261127, 1), 30)];

    // Every pod that the labels of the random selectors can tell apart.
    private static readonly IReadOnlyDictionary<string, string>[] Pods =
    [
        .. from app in new[] { null, "web", "api", "db" }
           from tier in new[] { null, "front", "back" }
           from track in new[] { null, "" }
           select new[] { ("app", app), ("tier", tier), ("track", track) }.Where(label => label.Item2 is not null).ToDictionary(label => label.Item1, label => label.Item2!),
    ];

    private static IEnumerable<Type> AllLeaves() => Leaves(typeof(RulePeer)).Concat(Leaves(typeof(Port)));

    [TestCaseSource(nameof(AllLeaves))]
    public void Each_word_for_a_peer_and_each_form_of_a_port_is_in_at_least_two_percent_of_the_policies(Type leaf)
    {
        Policy[] policies = [.. Sample.SelectMany(set => set.Policies)];

        policies.Count(policy => Rules(policy).Any(rule => rule.Peers.Any(leaf.IsInstanceOfType) || rule.Ports.Any(leaf.IsInstanceOfType)))
            .ShouldBeGreaterThanOrEqualTo(policies.Length * 2 / 100);
    }

    [Test]
    public void In_at_least_thirty_percent_of_the_sets_two_policies_meet_on_a_pod() =>
        Sample.Count(Overlaps).ShouldBeGreaterThanOrEqualTo(Sample.Count * 30 / 100);

    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public void At_most_thirty_percent_of_the_sets_are_refused_and_only_for_what_the_README_lists(Engine engine)
    {
        var listed = RefusedByTheReadme(engine);
        var refused = 0;
        foreach (var set in Sample)
        {
            Diagnostic[] errors = [.. set.Emit(engine, ProfileGen.For(engine)).Diagnostics.Where(one => one.Severity is Severity.Error)];
            if (errors.Length > 0) refused++;
            foreach (var error in errors)
            {
                listed.ShouldContain(error.Id, $"{error}");
                set.Policies.ShouldContain(policy => Writes(policy, error.Id), $"{error}");
                error.Message.ShouldMatch("^Policy '(shop|edge|monitoring)/[a-z0-9-]+' allows ");
                error.Mend.ShouldNotBeEmpty();
            }
        }

        refused.ShouldBeInRange(1, Sample.Count * 30 / 100);
    }

    [Test]
    public void A_policy_written_anew_with_its_own_rules_is_the_same_policy()
    {
        foreach (var policy in Sample.SelectMany(set => set.Policies)) Rewrite.With(policy, policy.Ingress, policy.Egress).ShouldBe(policy);
    }

    // What stands in the table of the README beside "refused", in the column of the engine.
    private static IReadOnlyList<string> RefusedByTheReadme(Engine engine)
    {
        string[][] rows = [.. File.ReadLines(Repository.File("README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        var head = rows.First(row => row.Contains(engine.Name));
        var column = Array.IndexOf(head, engine.Name);
        return [.. rows.Where(row => row.Length == head.Length && row[column].StartsWith("refused", StringComparison.Ordinal)).SelectMany(row => Regex.Matches(row[column], "PK[0-9]{4}").Select(id => id.Value)).Distinct()];
    }

    // Whether a policy has what a rule refuses: the rule may not stand for anything else.
    private static bool Writes(Policy policy, string id) => id switch
    {
        "PK3001" => policy.Egress is { } egress && egress.Any(rule => rule.Peers.Any(peer => peer is HostNamePeer)),
        "PK3003" => policy.Egress is { } egress && egress.Any(rule => rule.Ports.Any(port => port is Port.ByName)),
        "PK3005" => policy.Ingress is { } ingress && ingress.Any(rule => rule.Peers.Any(peer => peer is NetworkPeer)),
        _ => false,
    };

    private static bool Overlaps(PolicySet set)
    {
        Policy[] policies = [.. set.Policies];
        return policies.Where((one, i) => policies.Skip(i + 1).Any(other => one.Namespace == other.Namespace && Pods.Any(pod => Selects(one.Subject, pod) && Selects(other.Subject, pod)))).Any();
    }

    private static bool Selects(LabelSelector selector, IReadOnlyDictionary<string, string> pod) => selector.Requirements.All(one => one.Operator switch
    {
        LabelOperator.In => pod.TryGetValue(one.Key, out var value) && one.Values.Contains(value),
        LabelOperator.NotIn => !pod.TryGetValue(one.Key, out var value) || !one.Values.Contains(value),
        LabelOperator.Exists => pod.ContainsKey(one.Key),
        LabelOperator.DoesNotExist => !pod.ContainsKey(one.Key),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static IEnumerable<Type> Leaves(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);

    private static IEnumerable<PolicyRule> Rules(Policy policy) => [.. policy.Ingress ?? [], .. policy.Egress ?? []];
}
