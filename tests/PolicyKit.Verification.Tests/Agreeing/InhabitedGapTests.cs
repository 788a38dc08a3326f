using PolicyKit.Tests.Generators;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>The world has an end and traffic for every gap that is declared, also where few flows show it; each case is a set that once showed none.</summary>
internal sealed class InhabitedGapTests
{
    private static readonly ClusterProfile Facts = ProfileGen.Complete;

    private static readonly ClusterProfile Mesh = Facts with { Cilium = new() { Version = new(1, 16), ClusterMesh = true } };

    [Test]
    public void A_dry_run_on_a_mesh_opens_pods_that_meet_two_requirements_of_one_label()
    {
        var peers = Namespaces(("kubernetes.io/metadata.name", "edge")).Pods(Key("app").In("api", "front").And(Key("app").In("db", "front")));
        PolicySet set = [.. PolicySet.Of(Web.AllowEgress(Port.Any).To(peers)).InMode(RolloutMode.DryRun)];

        Differs(set, Engine.Cilium, Mesh, Gaps.MeshWide);
    }

    [Test]
    public void A_name_is_declared_for_a_protocol_at_a_number_that_the_set_does_not_open_for_it() =>
        Differs(PolicySet.Of(Web.AllowIngress([Port.Metrics, Port.AnyUdp, Port.SctpRange(53, 65535)]).From(SameNamespace)), Engine.ClusterNetworkPolicy, Facts, Gaps.NamedPortProtocol);

    [Test]
    public void Each_name_is_declared_for_a_protocol_even_where_only_one_number_is_left() =>
        Differs(PolicySet.Of(Web.AllowIngress([Port.Metrics, Port.Webhook, Port.AnyUdp, Port.SctpRange(1, 8080), Port.SctpRange(8082, 65535)]).From(SameNamespace)), Engine.ClusterNetworkPolicy, Facts, Gaps.NamedPortProtocol);

    private static Policy Web => Policy.ForPods(("app", "web")).InNamespace("shop").Named("web");

    private static void Differs(PolicySet set, Engine engine, ClusterProfile profile, GapId gap)
    {
        set.Emit(engine, profile).Gaps.ShouldContain(declared => declared.Id == gap);
        var agreement = Agreement.Check(set, profile);
        agreement.Holds.ShouldBeTrue($"{agreement}");
    }
}
