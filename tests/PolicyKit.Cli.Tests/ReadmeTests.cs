using System.Text.RegularExpressions;
using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests;

/// <summary>What the README shows of the tool is what the tool prints.</summary>
internal sealed partial class ReadmeTests
{
    private static readonly string Section = SectionOf("Try it on the YAML you have");

    [Test]
    public void The_chart_example_is_what_the_tool_prints()
    {
        using var folder = new Folder();
        folder.Write("shop.yaml", Block("yaml"));
        var words = Block("sh").Trim().Split(' ');
        words[0].ShouldBe("policykit");
        var ran = Tool.Run(words[1..], folder: folder.Path);
        ran.ExitCode.ShouldBe(0);
        var shown = ran.Errors + ran.Output;
        shown.ShouldStartWith(Block("text").TrimEnd('\n'));
    }

    [Test]
    public void Every_command_and_option_that_is_named_is_there()
    {
        foreach (Match match in Command().Matches(Section))
        {
            var help = Tool.RunHere(match.Groups["command"].Value, "--help");
            help.ExitCode.ShouldBe(0, match.Value);
            foreach (Match option in Option().Matches(match.Value)) help.Output.ShouldContain(option.Value);
        }
    }

    private static string Block(string language)
    {
        var start = Section.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Section[start..Section.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string SectionOf(string title)
    {
        var readme = File.ReadAllText(Repository.File("README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf($"## {title}\n", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`policykit (?<command>[a-z]+)[^`]*`")]
    private static partial Regex Command();

    [GeneratedRegex("--[a-z]+")]
    private static partial Regex Option();
}
