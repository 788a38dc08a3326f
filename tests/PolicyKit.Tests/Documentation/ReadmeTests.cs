using Markdig;
using Markdig.Syntax;
using PolicyKit.Tests.Compiling;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.Documentation;

/// <summary>Documentation that lies fails the build: each C# block of the README is compiled and run, and what it prints is the block below it.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    private static readonly MarkdownDocument Readme = Markdown.Parse(File.ReadAllText(Repository.File("README.md")));

    private static IReadOnlyList<FencedCodeBlock> Blocks { get; } = [.. Readme.Descendants<FencedCodeBlock>()];

    private static IEnumerable<TestCaseData> Programs() =>
        from block in Blocks
        where block.Info is "csharp"
        let below = Readme[Readme.IndexOf(block) + 1] as FencedCodeBlock
        select new TestCaseData(Text(block), below?.Info, below is null ? null : Text(below)).SetArgDisplayNames(FormattableString.Invariant($"line {block.Line + 1}"));

    [TestCaseSource(nameof(Programs))]
    public void A_program_of_the_README_prints_the_block_below_it(string code, string? language, string? below)
    {
        var (exitCode, output, errors) = new Snippet(code).Run();

        switch (language)
        {
            case "yaml":
                errors.ShouldBe("");
                output.ShouldBe(below);
                exitCode.ShouldBe(0);
                break;
            case "text":
                errors.ShouldBe(below);
                output.ShouldBe("");
                exitCode.ShouldBe(1);
                break;
            default:
                exitCode.ShouldBe(0, errors);
                output.ShouldStartWith("---\napiVersion: ");
                break;
        }
    }

    [Test]
    public void The_first_screen_is_a_program_its_YAML_and_the_two_commands() =>
        Blocks.Take(3).Select(block => block.Info).ShouldBe(["csharp", "yaml", "sh"]);

    [Test]
    public void The_mend_of_a_malformed_literal_is_quoted_as_it_is() =>
        Blocks.ShouldContain(block => block.Info == "text" && Text(block) == Should.Throw<FormatException>(() => Dsl.Cidr("10.0.0.1")).Message + "\n");

    private static string Text(FencedCodeBlock block) => $"{block.Lines}\n";
}
