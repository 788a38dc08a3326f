using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Written;

/// <summary>What is written, what the intermediate form says and what the NetworkPolicies say when read back are one meaning, under every answer.</summary>
internal sealed class AgreementTests
{
    private static readonly IReadOnlyList<Flow> Flows = [.. Worlds.Flows];

    internal static readonly ClusterProfile Facts = new()
    {
        ApiServer = new() { Cidrs = [CidrBlock.Parse("203.0.113.10/32")], Ports = [6443], Sources = ApiServerSources.Endpoints },
        Networks = new() { Pods = [CidrBlock.Parse("10.1.0.0/16")], Services = [CidrBlock.Parse("10.96.0.0/12")], Nodes = [CidrBlock.Parse("192.168.0.0/24")], Tunnels = [] },
    };

    private static readonly Gen<Peer> InPeer = Gen.Elements<Peer>(
        Anywhere, SameNamespace, Self, Pods(("app", "db")), Namespace("ops"), Namespace("ops").Pods(("app", "web")), Namespaces(("team", "ops")),
        Namespaces("shop", "ops"), AnyNamespace.Pods(LabelSelector.Parse("!tier")), Cidr("10.0.0.0/8").Except("10.1.0.2/32"), Cidr("8.0.0.0/8"), Internet, OutsideCluster, ApiServer);

    private static readonly Gen<EgressPeer> OutPeer = Gen.OneOf(InPeer.Select(EgressPeer (peer) => peer), Gen.Constant<EgressPeer>(ClusterDns), Gen.Constant<EgressPeer>(ApiServerAt("8.8.8.8/32")));

    internal static readonly Arbitrary<PolicySet> ASet = SmallSets.Of(InPeer, OutPeer);

    private static readonly Gen<Peer> PodPeer = Gen.Elements<Peer>(
        Anywhere, SameNamespace, Self, Pods(("app", "db")), Namespace("ops"), Namespace("ops").Pods(("app", "web")), Namespaces(("team", "ops")), AnyNamespace.Pods(LabelSelector.Parse("!tier")));

    private static readonly Gen<Peer> InBoth = Gen.OneOf(PodPeer, Gen.Elements<Peer>(Cidr("10.0.0.0/8").Except("10.1.0.2/32"), Cidr("8.0.0.0/8"), Internet));

    internal static readonly Arbitrary<Answers> SomeAnswers =
        Gen.Choose(0, int.MaxValue).Select(bits => Enum.GetValues<Question>().Aggregate(Answers.None.With(Question.UndeclaredDirection, false), (answers, q) =>
            q == Question.UndeclaredDirection || ((bits >> (int)q) & 1) == 0 ? answers : answers.With(q, ((bits >> ((int)q + 8)) & 1) == 1))).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 80)]
    public Property The_intermediate_form_says_what_is_written() =>
        Prop.ForAll(ASet, SomeAnswers, (set, answers) => Same(set, answers, emitted => Judge.Of(emitted.Ir, Worlds.Small)));

    [FsCheck.NUnit.Property(MaxTest = 80)]
    public Property The_NetworkPolicies_say_what_is_written() =>
        Prop.ForAll(ASet, SomeAnswers, (set, answers) => Same(set, answers, emitted => Judge.Of(Judge.Read(emitted.Manifests), Worlds.Small, Facts)));

    [FsCheck.NUnit.Property(MaxTest = 50)]
    public Property A_dry_run_of_NetworkPolicies_denies_nothing() =>
        Prop.ForAll(ASet, SomeAnswers, (set, answers) =>
        {
            var judge = Judge.Of(Judge.Read(set.InMode(RolloutMode.DryRun).Emit(Engine.Kubernetes, Facts).Manifests), Worlds.Small, Facts).Assuming(answers);
            return Flows.All(flow => judge.Decide(flow).Whole is Verdict.Allow);
        });

    /// <summary>An Accept in the Admin tier and a Deny in the Baseline tier are to a NetworkPolicy what another NetworkPolicy would be, between pods.</summary>
    [FsCheck.NUnit.Property(MaxTest = 50)]
    public Property Cluster_policies_in_placement_Union_unite_with_any_NetworkPolicy() =>
        Prop.ForAll(Between(PodPeer), Between(PodPeer), (set, foreign) =>
        {
            var facts = Facts with { Engine = Enforcer.Calico, ClusterNetworkPolicy = new() { Placement = Placement.Union, AllowPriority = 1000 } };
            var others = foreign.Emit(Engine.Kubernetes, facts).Manifests.Select(Renamed).ToList();
            var united = Judge.Of(Judge.Read([.. set.Emit(Engine.Kubernetes, facts).Manifests, .. others], facts), Worlds.Small, facts);
            var layered = Judge.Of(Judge.Read([.. set.Emit(Engine.ClusterNetworkPolicy, facts).Manifests, .. others], facts), Worlds.Small, facts);
            foreach (var flow in Flows.Where(flow => flow.From.Kinds == Kinds.Pod && flow.To.Kinds == Kinds.Pod && flow.Traffic is Traffic.Transport))
            {
                MustAgree(flow, united.Decide(flow), layered.Decide(flow), set);
            }
        });

    /// <summary>One tier holds both kinds: what either allows is allowed, and what either restricts is restricted.</summary>
    [FsCheck.NUnit.Property(MaxTest = 80)]
    public Property On_Cilium_NetworkPolicies_and_policies_of_its_own_unite() =>
        Prop.ForAll(OfOneDirection, OfOneDirection, (plain, own) =>
        {
            var facts = Facts with { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 20), Sctp = true } };
            var read = Judge.Read([.. plain.Emit(Engine.Kubernetes, facts).Manifests, .. own.Emit(Engine.Cilium, facts).Manifests], facts);
            read.Policies.Select(policy => policy.Manifest.Kind).Distinct().ShouldBe(["NetworkPolicy", "CiliumNetworkPolicy"]);
            PolicySet both = [.. plain, .. own];
            var mixed = Judge.Of(read, Worlds.Small, facts);
            var written = Judge.Of(both, Worlds.Small, facts);
            foreach (var flow in Flows)
            {
                MustAgree(flow, written.Decide(flow), mixed.Decide(flow), both);
            }
        });

    /// <summary>A difference throws with the flow and both reasons, so that a failing run explains itself.</summary>
    private static void Same(PolicySet set, Answers answers, Func<EmitResult, Judge> read)
    {
        var written = Judge.Of(set, Worlds.Small, Facts).Assuming(answers);
        var emitted = set.Emit(Engine.Kubernetes, Facts);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        var other = read(emitted).Assuming(answers);
        foreach (var flow in Flows)
        {
            MustAgree(flow, written.Decide(flow), other.Decide(flow), set);
        }
    }

    private static void MustAgree(Flow flow, ConnectionVerdict expected, ConnectionVerdict actual, PolicySet set)
    {
        if (expected.Equals(actual)) return;
        Assert.Fail($"{flow}: should be {expected}, is {actual}\nexpected because: {string.Join("; ", expected.Whole.Trace)}\nis because: {string.Join("; ", actual.Whole.Trace)}\n{set.Emit(Engine.Kubernetes, Facts).ToYaml()}");
    }

    /// <summary>Sets whose policies govern both directions: of the other direction alone, engines differ.</summary>
    private static Arbitrary<PolicySet> Between(Gen<Peer> peers) =>
        (from subject in Gen.Elements(LabelSelector.Everything, LabelSelector.Of(("app", "web")))
         from ns in Gen.Elements("shop", "ops")
         from ingress in Gen.ListOf(from peer in peers from port in SmallSets.Ports select (peer, port), 2)
         from egress in Gen.ListOf(from peer in peers from port in SmallSets.Ports select (peer, port), 2)
         from count in Gen.Choose(0, 8)
         let policy = SmallSets.Build(Policy.ForPods(subject).InNamespace(ns).Named("p").DenyEgressByDefault(), ingress.Take(count % 3), egress.Take(count / 3).Select(rule => ((EgressPeer)rule.peer, rule.port)), 0)
         select PolicySet.Of(policy)).ToArbitrary();

    /// <summary>Policies that often govern one direction alone, in the words that both kinds have.</summary>
    private static Arbitrary<PolicySet> OfOneDirection =>
        (from subject in Gen.Elements(LabelSelector.Everything, LabelSelector.Of(("app", "web")), LabelSelector.Parse("tier"))
         from ns in Gen.Elements("shop", "ops")
         from ingress in Gen.ListOf(from peer in InBoth from port in SmallSets.Ports select (peer, port), 2)
         from egress in Gen.ListOf(from peer in InBoth from port in SmallSets.Ports select (peer, port), 2)
         from count in Gen.Choose(0, 8)
         from denies in Gen.Choose(0, 1)
         select PolicySet.Of(SmallSets.Build(Policy.ForPods(subject).InNamespace(ns).Named("p"), ingress.Take(count % 3), egress.Take(count / 3).Select(rule => ((EgressPeer)rule.peer, rule.port)), denies))).ToArbitrary();

    private static Manifest Renamed(Manifest manifest) =>
        new((ManifestMap)ManifestReader.ReadNode(manifest.ToYaml().Replace("name: p\n", "name: foreign\n", StringComparison.Ordinal)).Node!);
}
