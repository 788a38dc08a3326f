using PolicyKit.Verification.Agreeing;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>The agreement run finds every fault that is planted in emitted manifests; a run that cannot is worth nothing.</summary>
internal sealed class PlantedFaultTests
{
    private static readonly ClusterProfile Facts = new()
    {
        Cilium = new() { Version = new(1, 20) },
        Networks = new() { Pods = [CidrBlock.Parse("10.1.0.0/16"), CidrBlock.Parse("fd00:1::/64")], Services = [CidrBlock.Parse("10.96.0.0/12")], Nodes = [CidrBlock.Parse("192.168.0.0/24")], Tunnels = [] },
    };

    private static readonly PolicySet Sound = PolicySet.Of(
        Policy.ForPods(("app", "web")).Named("web")
            .AllowIngress(Port.Tcp(8080), Port.TcpRange(9000, 9010)).From(Namespace("monitoring").Pods(("app", "prometheus")))
            .AllowIngress(Port.Metrics).From(Namespace("monitoring"))
            .AllowEgress(Port.Tcp(8443)).To(Cidr("203.0.113.0/24"), Cidr("8.0.0.0/8").Except("8.8.0.0/16"), Cidr("2001:db8:5::/48"))
            .AllowEgress(Port.Udp(5353)).To(SameNamespace),
        Policy.ForPods(("app", "db")).Named("db").DenyIngressByDefault()).InNamespace("shop");

    private static readonly RepresentativeWorld World = RepresentativeWorld.Of(Atoms.Of(Sound, Facts));

    /// <summary>
    /// What can be left out without a difference: what the API server fills in again; on Cilium the namespace of a peer, which is the policy's
    /// own then, and the word for nobody, without which the rule still isolates; on Calico the mark of pods, where only pods have the labels;
    /// on ClusterNetworkPolicy the pods beside the networks of their addresses, where the enforcer sees pods by those.
    /// </summary>
    private static readonly string[] FilledIn =
    [
        "lost: policyTypes:", "lost: - Ingress", "lost: protocol: TCP", "lost: - none", "lost: k8s:io.kubernetes.pod.namespace: shop",
        "lost: order: 1000", "lost: types:", "lost: selector: projectcalico.org/orchestrator == 'k8s'",
        "lost: - namespaces: {}",
    ];

    private static IEnumerable<Engine> Engines() => Engine.All;

    [TestCaseSource(nameof(Engines))]
    public void Without_a_fault_there_is_no_disagreement(Engine engine)
    {
        var result = Check(engine, text => text);
        result.Holds.ShouldBeTrue($"{result}");
        result.Flows.ShouldBeGreaterThan(1_000);
    }

    [TestCaseSource(nameof(Engines))]
    public void Every_planted_fault_is_found(Engine engine)
    {
        var sound = Sound.Emit(engine, EngineFit.For(engine, Facts)).ToYaml();
        var results = Faults.Plant(sound).Select(fault => (fault.Kind, fault.Line, Result: Check(engine, _ => fault.Yaml))).ToList();

        results.Where(fault => fault.Result is { Outcome: AgreementOutcome.Checked, Disagreements.Count: 0 })
            .Select(fault => $"{fault.Kind}: {fault.Line.Trim()}").Except(FilledIn).ShouldBeEmpty(sound);
        results.Count(fault => fault.Result.Disagreements.Count > 0).ShouldBeGreaterThanOrEqualTo(40);
    }

    private static EngineAgreement Check(Engine engine, Func<string, string> tamper) => new EngineCheck(Sound, World, engine, Facts, new()).Run(tamper);
}
