using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.PublicApi;

/// <summary>The public surface changes only when somebody says so: run with <c>POLICYKIT_APPROVE=1</c>, and read the difference.</summary>
public sealed class PublicApiTests
{
    [Test]
    public void The_public_surface_is_the_one_that_was_approved() => Approved.ShouldBe(
        ApiPrinter.Print(typeof(Policy).Assembly.Location),
        Repository.File("tests", "PolicyKit.Tests", "PublicApi", "PublicApi.approved.txt"));
}
