using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests.Check;

/// <summary>Every question of the shared cases, as a person would put it to the tool.</summary>
internal sealed class SharedQueriesTests
{
    [Test]
    public void Every_question_gets_the_expected_answer()
    {
        var folders = SharedCases.With("queries.jsonl");
        var wrong = new List<string>();
        var answered = 0;
        foreach (var folder in folders)
        {
            var ran = Tool.RunHere("check", "--queries", Path.Combine(folder, "queries.jsonl"), folder);
            answered += ran.Lines.Count;
            if (ran.ExitCode != 0) wrong.Add($"{folder}: exit code {ran.ExitCode}\n{ran.Errors}{string.Join('\n', ran.Lines.Where(line => line.Contains("\"asExpected\":false")))}");
        }

        TestContext.Out.WriteLine($"{folders.Count} folders, {answered} answers");
        answered.ShouldBe(folders.Sum(folder => File.ReadLines(Path.Combine(folder, "queries.jsonl")).Count(line => line.Length > 0)));
        wrong.ShouldBeEmpty();
    }
}
