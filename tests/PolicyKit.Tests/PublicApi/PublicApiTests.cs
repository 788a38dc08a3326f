using System.Reflection;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.PublicApi;

/// <summary>The public surface changes only when somebody says so: run with <c>POLICYKIT_APPROVE=1</c>, and read the difference.</summary>
public sealed class PublicApiTests
{
    private static IEnumerable<TestCaseData> Assemblies() => Shipped.Assemblies.Select(assembly => new TestCaseData(assembly).SetArgDisplayNames(assembly.GetName().Name!));

    [TestCaseSource(nameof(Assemblies))]
    public void The_public_surface_is_the_one_that_was_approved(Assembly assembly) =>
        Approved.ShouldBe(ApiPrinter.Print(assembly.Location), Repository.File("tests", "PolicyKit.Tests", "PublicApi", FileFor(assembly.GetName().Name!)));

    private static string FileFor(string assembly) => assembly == "PolicyKit" ? "PublicApi.approved.txt" : $"PublicApi{assembly["PolicyKit".Length..]}.approved.txt";
}
