using PolicyKit.Manifests;
using PolicyKit.Verification.Lint;
using PolicyKit.Verification.Tests.Cases;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Lint;

/// <summary>The lint over much that nobody wrote for it: it must not fail, and what PolicyKit emits is no error.</summary>
internal sealed class LintSweepTests
{
    private static readonly ClusterProfile Facts = new()
    {
        ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], Ports = [6443], OnNodes = false },
        Cilium = new() { Version = new(1, 18) },
    };

    private static readonly PolicySet Policies =
    [
        Policy.ForPods(("app", "web")).Named("web").InNamespace("shop")
            .AllowIngress(Port.Tcp(8080), Port.Metrics).From(Namespace("edge"), Namespaces(("team", "ops")).Pods(("app", "prometheus")))
            .AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db")), Cidr("203.0.113.0/24").Except("203.0.113.128/25"))
            .AllowClusterDns()
            .AllowApiServer(),
        Policy.ForAllPods().Named("base").InNamespace("shop").DenyIngressByDefault(),
    ];

    [Test]
    public void What_PolicyKit_emits_is_no_error_and_cuts_nothing_off()
    {
        foreach (var engine in (Engine[])[Engine.Kubernetes, Engine.Cilium, Engine.Calico, Engine.ClusterNetworkPolicy])
        {
            var read = ManifestReader.Read(Policies.Emit(engine, Facts).ToYaml(), "emitted.yaml");
            var findings = ManifestLint.Check(read.Manifests, Facts);
            findings.Where(finding => finding.Severity == Severity.Error || finding.Id is "PK1001" or "PK1002").ShouldBeEmpty(engine.Name);
        }
    }

    [TestCase("charts")]
    [TestCase("cilium")]
    [TestCase("differential/calico")]
    [TestCase("differential/cilium")]
    [TestCase("differential/fuzz-cnp")]
    [TestCase("upstream-networkpolicy")]
    [TestCase("upstream-clusternetworkpolicy")]
    public void Every_finding_in_the_shared_manifests_has_a_place_and_a_rule(string folder)
    {
        foreach (var name in SharedCases.Below(folder))
        {
            var read = SharedCases.Read(name);
            var findings = ManifestLint.Check(read.Manifests, read.Profile);
            findings.ShouldAllBe(finding => finding.Position.IsKnown && finding.Id.StartsWith("PK"));
        }
    }
}
