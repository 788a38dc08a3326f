using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests;

/// <summary>Replays the shared cases: verdicts of upstream suites and of the engines' own code.</summary>
internal sealed class SharedCaseTests
{
    [TestCase("upstream-networkpolicy", 1)]
    [TestCase("upstream-clusternetworkpolicy", 1)]
    [TestCase("differential/networkpolicy", 1)]
    [TestCase("differential/fuzz-cnp", 1)]
    [TestCase("differential/fuzz-cnp-named-noipblock", 1)]
    [TestCase("differential/fuzz-cnp-net-named", 1)]
    [TestCase("differential/fuzz-cnp-net-noipblock", 1)]
    [TestCase("differential/fuzz-cnp-noipblock", 1)]
    public void Every_question_of_the_folder_gets_the_expected_answer(string folder, int atLeast)
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var name in SharedCases.Below(folder))
        {
            var read = SharedCases.Read(name);
            count += read.Count;
            differences.AddRange(read.Differences().Select(difference => $"{name}: {difference}"));
        }

        if (count == 0) Assert.Ignore($"Set {SharedCases.Variable} to the folder of shared cases to replay them.");
        TestContext.Out.WriteLine($"{folder}: {count} questions");
        count.ShouldBeGreaterThanOrEqualTo(atLeast);
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(20)));
    }
}
