using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Examples.Tests.Emitting;

/// <summary>The manifests of the documented configurations, engine by engine, as a person approved them. That they mean what is written, other tests say.</summary>
public sealed class ApprovedYamlTests
{
    private static IEnumerable<TestCaseData> Configurations() =>
        from one in DocumentedConfigurations.All from engine in Engine.All select new TestCaseData(one.Name, one.Set, engine).SetArgDisplayNames(one.Name, engine.Name);

    [TestCaseSource(nameof(Configurations))]
    public void The_manifests_are_the_approved_ones(string name, object set, object engine)
    {
        var emitted = ((PolicySet)set).Emit((Engine)engine, Cluster.ProfileFor((Engine)engine));

        Approved.ShouldBe(emitted.ToYaml(), Repository.File("tests", "PolicyKit.Examples.Tests", "Emitting", "Yaml", $"{name}.{engine}.approved.yaml"));
    }

    [TestCaseSource(nameof(Configurations))]
    public void No_finding_of_a_documented_configuration_is_worse_than_one_that_is_known(string name, object set, object engine)
    {
        // PK3005: a webhook's caller on ClusterNetworkPolicy. PK1013: the counterpart in flux-system, which says again what Flux allows.
        var known = name == "jaas-everything" ? (string[])["PK1013", "PK3005"] : ["PK3005"];

        ((PolicySet)set).Emit((Engine)engine, Cluster.ProfileFor((Engine)engine)).Diagnostics
            .Where(one => one.Severity is not Severity.Info && !known.Contains(one.Id)).ShouldBeEmpty();
    }
}
