using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Sets;

internal sealed class NamePatternTests
{
    [TestCase("a.example.com", "a.example.com", true)]
    [TestCase("a.example.com", "A.Example.COM.", true)]
    [TestCase("a.example.com", "b.a.example.com", false)]
    [TestCase("*.example.com", "a.example.com", true)]
    [TestCase("*.example.com", "example.com", false)]
    [TestCase("*.example.com", "b.a.example.com", false)]
    [TestCase("**.example.com", "a.example.com", true)]
    [TestCase("**.example.com", "b.a.example.com", true)]
    [TestCase("**.example.com", "example.com", false)]
    [TestCase("**.example.com", "badexample.com", false)]
    [TestCase("*", "anything.at.all", true)]
    [TestCase("api-*.example.com", "api-eu.example.com", true)]
    [TestCase("api-*.example.com", "api.example.com", false)]
    [TestCase("*a*b*.example.com", "xaxbx.example.com", true)]
    [TestCase("*a*b*.example.com", "xbxax.example.com", false)]
    public void A_star_stays_within_a_label_and_two_stars_span_labels(string pattern, string name, bool matches) => new NamePattern(pattern).Matches(name).ShouldBe(matches);

    [Test, CancelAfter(5000)]
    public void A_hostile_pattern_costs_no_time(CancellationToken token)
    {
        new NamePattern(string.Concat(Enumerable.Repeat("*a", 30)) + "b").Matches(new string('a', 200)).ShouldBeFalse();
        token.IsCancellationRequested.ShouldBeFalse();
    }
}
