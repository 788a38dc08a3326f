using System.Text.RegularExpressions;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Tests;

/// <summary>Every rule that an analyzer reports has its page, its entry in the release files, and the words of the catalogue.</summary>
public class RulePageTests
{
    private static IEnumerable<Microsoft.CodeAnalysis.DiagnosticDescriptor> Descriptors => Shipped.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics);

    private static IEnumerable<string> Ids => Descriptors.Select(descriptor => descriptor.Id);

    [TestCaseSource(nameof(Ids))]
    public void The_examples_of_a_page_are_right(string id)
    {
        var examples = Examples(id);
        examples.Count.ShouldBeGreaterThanOrEqualTo(2, "a page shows what is reported, and the mend");
        examples[0].ShouldContain("{|" + id + ":");
        foreach (var example in examples) Snippet.Check(example);
        examples.Skip(1).ShouldAllBe(mended => !mended.Contains("{|"));
    }

    [TestCaseSource(nameof(Ids))]
    public void A_page_begins_with_the_rules_title(string id)
    {
        var rule = RuleCatalogue.All.Single(one => one.Id == id);
        var lines = Page(id).Split('\n');
        lines[0].ShouldBe($"# {id}: {rule.Title}");
        lines[2].ShouldStartWith($"{rule.Severity}");
        lines[2].ShouldContain(rule.Category);
        Page(id).ShouldContain($"dotnet_diagnostic.{id}.severity = none");
    }

    [TestCaseSource(nameof(Ids))]
    public void A_descriptor_says_what_the_catalogue_says(string id)
    {
        var rule = RuleCatalogue.All.Single(one => one.Id == id);
        var descriptor = Descriptors.Single(one => one.Id == id);
        descriptor.Title.ToString().ShouldBe(rule.Title);
        descriptor.Category.ShouldBe(rule.Category);
        descriptor.DefaultSeverity.ToString().ShouldBe(rule.Severity.ToString());
        descriptor.HelpLinkUri.ShouldBe(rule.HelpUri);
        descriptor.IsEnabledByDefault.ShouldBeTrue();
    }

    [Test]
    public void The_release_files_list_every_rule_once()
    {
        var listed = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "releases")).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(line => line.StartsWith("PK", StringComparison.Ordinal));
        listed.ShouldBe(Descriptors.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => $"{one.Id} | {one.Category} | {one.DefaultSeverity} | {one.Title}"));
    }

    [Test]
    public void An_analyzer_asks_only_for_what_the_oldest_compiler_has()
    {
        // SDK 8.0.100: compiler 4.8, immutable collections and metadata of .NET 8.
        foreach (var reference in typeof(EgressReachAnalyzer).Assembly.GetReferencedAssemblies())
        {
            var newest = reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ? new Version(4, 8, 0, 0) : new Version(8, 0, 0, 0);
            reference.Version!.ShouldBeLessThanOrEqualTo(newest, reference.FullName);
            reference.Name.ShouldBeOneOf("netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory");
        }
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", id + ".md"));

    private static List<string> Examples(string id) => [.. Regex.Matches(Page(id), "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
}
