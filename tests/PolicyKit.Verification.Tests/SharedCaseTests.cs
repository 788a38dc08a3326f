using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests;

/// <summary>Replays the shared cases: verdicts of upstream suites and of the engines' own code.</summary>
internal sealed class SharedCaseTests
{
    private static readonly string[] Folders =
    [
        "upstream-networkpolicy",
        "upstream-clusternetworkpolicy",
        "charts/stageset-controller/kubernetes",
        "charts/stageset-controller/clusterNetworkPolicy",
        "cilium",
        "charts/stageset-controller/cilium",
        "differential/cilium",
        "differential/networkpolicy",
        "differential/fuzz-cnp",
        "differential/fuzz-cnp-named-noipblock",
        "differential/fuzz-cnp-net-named",
        "differential/fuzz-cnp-net-noipblock",
        "differential/fuzz-cnp-noipblock",
        "differential/calico",
        "differential/calico-v6",
        "charts/stageset-controller/calico",
    ];

    [TestCaseSource(nameof(Folders))]
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

    [TestCaseSource(nameof(Folders))]
    public void Every_answer_of_the_folder_has_its_reason(string folder) =>
        SharedCases.Below(folder).SelectMany(name => SharedCases.Read(name).Unexplained().Select(unexplained => $"{name}: {unexplained}")).Take(20).ShouldBeEmpty();
}
