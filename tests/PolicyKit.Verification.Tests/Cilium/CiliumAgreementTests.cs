using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Tests.Written;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What is written and what the Cilium policies say when they are read back are one meaning on a cluster that runs Cilium.</summary>
internal sealed class CiliumAgreementTests
{
    private static readonly IReadOnlyList<Flow> Flows = [.. Worlds.Flows];

    private static readonly ClusterProfile Facts = new()
    {
        Engine = Enforcer.Cilium,
        Cilium = new() { Version = new(1, 20), Sctp = true },
        ApiServer = new() { Cidrs = [CidrBlock.Parse("203.0.113.10/32")], Ports = [6443], Sources = ApiServerSources.Endpoints },
        Networks = new() { Pods = [CidrBlock.Parse("10.0.0.0/8")], Services = [CidrBlock.Parse("10.96.0.0/12")], Nodes = [CidrBlock.Parse("192.168.0.0/24")], Tunnels = [] },
    };

    private static readonly Gen<Peer> InPeer = Gen.Elements<Peer>(
        Anywhere, SameNamespace, Self, Pods(("app", "db")), Namespace("ops"), Namespace("ops").Pods(("app", "web")), Namespaces(("team", "ops")),
        Namespaces("shop", "ops"), AnyNamespace, AnyNamespace.Pods(LabelSelector.Parse("!tier")), Cidr("8.0.0.0/8").Except("8.8.8.8/32"), Cidr("8.0.0.0/8"), Internet, OutsideCluster, Nodes, ApiServer);

    private static readonly Gen<EgressPeer> OutPeer = Gen.OneOf(
        InPeer.Select(EgressPeer (peer) => peer),
        Gen.Elements<EgressPeer>(ClusterDns, Fqdn("api.example.com"), Fqdn("*.example.com")));

    private static readonly Arbitrary<PolicySet> ASet = SmallSets.Of(InPeer, OutPeer);

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property The_Cilium_policies_say_what_is_written() => Prop.ForAll(ASet, set =>
    {
        var emitted = Emitted(set);
        var reading = Judge.Read(emitted.Manifests, Facts);
        reading.Findings.ShouldBeEmpty();
        var (written, read) = (Judge.Of(set, Worlds.Small, Facts), Judge.Of(reading, Worlds.Small, Facts));
        foreach (var flow in Flows)
        {
            var (left, right) = (written.Decide(flow), read.Decide(flow));
            left.ShouldBe(right, $"{flow}\nwritten: {string.Join("; ", left.Whole.Trace)}\nread: {string.Join("; ", right.Whole.Trace)}\n{emitted.ToYaml()}");
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public Property A_dry_run_of_Cilium_policies_denies_nothing() => Prop.ForAll(ASet, set =>
    {
        var judge = Judge.Of(Judge.Read(Emitted(set.InMode(RolloutMode.DryRun)).Manifests, Facts), Worlds.Small, Facts);
        return Flows.All(flow => judge.Decide(flow).Whole is Verdict.Allow);
    });

    private static EmitResult Emitted(PolicySet set)
    {
        var emitted = set.Emit(Engine.Cilium, Facts, new() { GapsAreErrors = false });
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        return emitted;
    }
}
