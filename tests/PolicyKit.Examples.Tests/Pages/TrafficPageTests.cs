using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Tests.Shared;
using StageSet;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>The tables of required traffic in the examples' pages are made from the policies, so that they cannot drift.</summary>
public sealed class TrafficPageTests
{
    [Test]
    public void StageSet() => MarkedSection.ShouldBe(Repository.File("examples", "StageSet", "README.md"), "traffic", StageSetBundle.All.ToMarkdown());

    [Test]
    public void Jaas() => MarkedSection.ShouldBe(Repository.File("examples", "Jaas", "README.md"), "traffic", JaasBundle.All.ToMarkdown());

    [Test]
    public void GitGuardian() => MarkedSection.ShouldBe(
        Repository.File("examples", "GitGuardian", "README.md"), "traffic", GitGuardianTable.All.In(GitGuardianModes.AllowedNamespaces | GitGuardianModes.Entrances | GitGuardianModes.Egress).ToMarkdown());
}
