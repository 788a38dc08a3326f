using System.Text.RegularExpressions;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Analyzers.Tests;

/// <summary>What the README says that is caught is caught, in the words below it, and nothing else is found there.</summary>
public class ReadmeTests
{
    private static IEnumerable<TestCaseData> Caught =>
        from Match match in Regex.Matches(File.ReadAllText(Repository.File("README.md")), "```cs\n(.*?)\n```\n\n```text\n(.*?)\n```", RegexOptions.Singleline)
        select new TestCaseData(match.Groups[1].Value, match.Groups[2].Value).SetArgDisplayNames(match.Groups[2].Value.Split(':')[0]);

    [TestCaseSource(nameof(Caught))]
    public void Three_lines_and_what_is_said_of_them(string policy, string said)
    {
        policy.Split('\n').Length.ShouldBe(3);
        Snippet.Analyze(Snippet.Compile($"PolicySet.Of({policy}).InNamespace(\"shop\").Emit(Engine.Cilium);"))
            .Select(one => Regex.Replace(one.ToString(), @"^[^:]*: ", "")).ShouldBe([said]);
    }

    [Test]
    public void Five_rules_are_shown() => Caught.Count().ShouldBe(5);
}
