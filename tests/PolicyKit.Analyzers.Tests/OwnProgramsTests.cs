using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Analyzers.Tests;

/// <summary>Our own programs, with all rules on: what is found in them is what is meant.</summary>
public class OwnProgramsTests
{
    private static IEnumerable<string> Examples => Directory.GetDirectories(Repository.File("examples")).Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    // A program with a text below it is one that is refused on purpose.
    private static IEnumerable<TestCaseData> ReadmePrograms =>
        from Match match in Regex.Matches(File.ReadAllText(Repository.File("README.md")), "```csharp\n((?:(?!```).)*)```(?!\n\n```text)", RegexOptions.Singleline)
        select new TestCaseData(match.Groups[1].Value).SetArgDisplayNames($"at {match.Index}");

    // Programs that run the commands refer to more than PolicyKit: what does not bind is nothing that a rule looks at.
    [TestCaseSource(nameof(Examples))]
    public void An_example_is_warned_about_nothing(string folder) =>
        Warnings([.. Directory.GetFiles(Repository.File($"examples/{folder}"), "*.cs").Select(File.ReadAllText)]).ShouldBeEmpty();

    [TestCaseSource(nameof(ReadmePrograms))]
    public void A_program_of_the_README_is_warned_about_nothing(string program) => Warnings(program).ShouldBeEmpty();

    /// <summary>The corpus holds every form on purpose, the wide ones too; the approved list says which findings that gives.</summary>
    [Test]
    public void What_is_found_in_the_corpus_is_approved()
    {
        var found = Directory.GetDirectories(Repository.File("tests/PolicyKit.Conformance/corpus")).Order(StringComparer.Ordinal)
            .Select(folder => (Name: Path.GetFileName(folder), Found: Found(File.ReadAllText(Path.Combine(folder, "policies.cs")))))
            .Where(one => one.Found.Count > 0)
            .Select(one => $"{one.Name}\n{string.Concat(one.Found.Select(line => $"  {Regex.Replace(line.ToString(), "^/app/Program1", "policies")}\n"))}");
        Approved.ShouldBe(string.Concat(found), Repository.File("tests/PolicyKit.Analyzers.Tests/Corpus.approved.txt"));
    }

    // What is of severity info was noted, and is meant: the systems open what their charts open.
    private static IEnumerable<string> Warnings(params string[] sources) => Found(sources).Where(one => one.Severity > DiagnosticSeverity.Info).Select(one => one.ToString());

    private static IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Found(params string[] sources) => Snippet.Analyze(Snippet.CompileAnything(sources));
}
