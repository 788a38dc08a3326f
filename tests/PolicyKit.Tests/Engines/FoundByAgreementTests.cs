using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Engines;

/// <summary>What agreement over random sets found, each as the smallest set that shows it.</summary>
public sealed class FoundByAgreementTests
{
    private static readonly ClusterProfile Facts = Generators.ProfileGen.Complete;

    [Test]
    public void A_port_inside_a_range_is_written_beside_it_for_enforcers_that_open_only_the_first_of_a_range()
    {
        var yaml = Emitted(Web.AllowIngress(Port.TcpRange(53, 8443), Port.Tcp(8080)).From(SameNamespace), Engine.Kubernetes, Facts).ToYaml();

        yaml.ShouldContain("- port: 53\n      endPort: 8443\n");
        yaml.ShouldContain("- port: 8080\n");
    }

    [TestCase(19, true)]
    [TestCase(20, false)]
    public void A_named_port_on_egress_is_refused_where_Cilium_takes_it_for_one_number_on_every_pod(int minor, bool refused)
    {
        var emitted = Emitted(Web.AllowEgress(Port.Metrics).To(Namespace("monitoring")), Engine.Kubernetes, Facts with { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, minor) } });

        var errors = emitted.Diagnostics.Where(found => found.Severity is Severity.Error).ToList();
        errors.Count.ShouldBe(refused ? 1 : 0);
        if (!refused) return;
        errors[0].Id.ShouldBe("PK3003");
        errors[0].Message.ShouldBe("Policy 'shop/web' allows the named port 'metrics' on egress, and Cilium 1.19, which enforces it here, takes the name for one number on every pod.");
        errors[0].Mend.ShouldBe("Write the number: Port.Named(\"metrics\").At(…).");
    }

    [Test]
    public void On_Cilium_that_sees_nodes_by_address_nodes_are_their_addresses_for_its_word_leaves_the_pods_own_out()
    {
        var facts = Facts with
        {
            Engine = Enforcer.Cilium,
            Cilium = new() { Version = new(1, 20), CidrMatchMode = [CidrMatchMode.Pods, CidrMatchMode.Nodes] },
            ClusterNetworkPolicy = new() { Channel = ReleaseChannel.Experimental },
        };

        var accepted = Emitted(Web.AllowEgress(Port.Tcp(9100)).To(Nodes), Engine.ClusterNetworkPolicy, facts).Manifests.Single(manifest => manifest.Name!.StartsWith("allow.", StringComparison.Ordinal)).ToYaml();

        accepted.ShouldContain("- 10.2.0.0/24");
        accepted.ShouldNotContain("nodes:");
    }

    [TestCase("app=a,app=b")]
    [TestCase("app in (a,b),app notin (a,b)")]
    [TestCase("app,!app")]
    [TestCase("app=a,!app")]
    public void A_gap_about_nobody_is_not_declared(string nobody)
    {
        var contradictory = Policy.ForPods(LabelSelector.Parse(nobody)).InNamespace("shop").Named("web").DenyIngressByDefault();

        Emitted(contradictory, Engine.ClusterNetworkPolicy, Facts).Gaps.ShouldBeEmpty();
        Emitted(Web.DenyIngressByDefault(), Engine.ClusterNetworkPolicy, Facts).Gaps.ShouldNotBeEmpty();
    }

    [TestCase("app=a,tier=b")]
    [TestCase("app notin (a),!app")]
    [TestCase("app in (a,b),app notin (a)")]
    [TestCase("app,app notin (a)")]
    public void Selectors_that_something_meets_do_not_contradict_themselves(string selector) => LabelSelector.Parse(selector).IsContradictory.ShouldBeFalse();

    [Test]
    public void What_a_dry_run_allows_the_own_node_is_no_gap_for_it_is_allowed_anyhow() =>
        PolicySet.Of(Web.AllowIngress(Port.Probe).FromKubelet()).InMode(RolloutMode.DryRun).Emit(Engine.Cilium, Facts).Gaps.ShouldBeEmpty();

    [TestCase(true, "10.2.0.7/32", true)]
    [TestCase(null, "10.2.0.7/32", true)]
    [TestCase(null, "10.0.0.1/32", false)]
    [TestCase(false, "10.2.0.7/32", false)]
    public void The_API_server_may_be_cut_by_address_only_where_it_may_be_a_node(bool? onNodes, string address, bool declared) =>
        Emitted(Web.AllowApiServer(), Engine.Kubernetes, Facts with { ApiServer = Facts.ApiServer with { OnNodes = onNodes, Cidrs = [CidrBlock.Parse(address)] } })
            .Gaps.Any(gap => gap.Id == Gaps.AddressAndNodes).ShouldBe(declared);

    [Test]
    public void A_dry_run_cuts_nothing_by_address() =>
        PolicySet.Of(Web.AllowEgress(Port.Tcp(9100)).To(Nodes)).InMode(RolloutMode.DryRun).Emit(Engine.Kubernetes, Facts).Gaps.ShouldNotContain(gap => gap.Id == Gaps.AddressAndNodes);

    [TestCase(8080, false)]
    [TestCase(8081, true)]
    public void A_name_is_no_gap_for_a_protocol_that_the_rule_opens_range_by_range(int next, bool declared) =>
        Emitted(Web.AllowIngress([Port.Metrics, Port.AnyUdp, Port.SctpRange(1, 8079), Port.SctpRange(next, 65535)]).From(SameNamespace), Engine.ClusterNetworkPolicy, Facts)
            .Gaps.Any(gap => gap.Id == Gaps.NamedPortProtocol).ShouldBe(declared);

    private static EmitResult Emitted(Policy policy, Engine engine, ClusterProfile facts) => PolicySet.Of(policy).Emit(engine, facts);

    private static Policy Web => Policy.ForPods(("app", "web")).InNamespace("shop").Named("web");
}
