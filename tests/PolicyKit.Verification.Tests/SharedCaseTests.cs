using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests;

/// <summary>Replays the shared cases: verdicts of upstream suites and of the engines' own code.</summary>
internal sealed class SharedCaseTests
{
    [TestCase("upstream-networkpolicy")]
    [TestCase("upstream-clusternetworkpolicy")]
    [TestCase("charts/stageset-controller/kubernetes")]
    [TestCase("charts/stageset-controller/clusterNetworkPolicy")]
    [TestCase("cilium")]
    [TestCase("charts/stageset-controller/cilium")]
    [TestCase("differential/cilium")]
    [TestCase("differential/networkpolicy")]
    [TestCase("differential/fuzz-cnp")]
    [TestCase("differential/fuzz-cnp-named-noipblock")]
    [TestCase("differential/fuzz-cnp-net-named")]
    [TestCase("differential/fuzz-cnp-net-noipblock")]
    [TestCase("differential/fuzz-cnp-noipblock")]
    [TestCase("differential/calico")]
    [TestCase("differential/calico-v6")]
    [TestCase("charts/stageset-controller/calico")]
    public void Every_question_of_the_folder_gets_the_expected_answer(string folder)
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var name in SharedCases.Below(folder))
        {
            var read = SharedCases.Read(name);
            count += read.Count;
            differences.AddRange(read.Differences().Select(difference => $"{name}: {difference}"));
        }

        TestContext.Out.WriteLine($"{folder}: {count} questions");
        count.ShouldBeGreaterThan(0);
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(20)));
    }
}
