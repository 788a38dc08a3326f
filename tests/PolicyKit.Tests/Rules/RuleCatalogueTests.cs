using System.Text.RegularExpressions;
using PolicyKit.Rules;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.Rules;

/// <summary>The catalogue holds every rule once, and nothing reports a rule that it does not hold.</summary>
public sealed class RuleCatalogueTests
{
    private static readonly (string Id, Severity Severity)[] Table =
    [
        ("PK0001", Severity.Error),
        ("PK0002", Severity.Error),
        ("PK0003", Severity.Error),
        ("PK0004", Severity.Error),
        ("PK0005", Severity.Error),
        ("PK0006", Severity.Error),
        ("PK0007", Severity.Error),
        ("PK0008", Severity.Warning),
        ("PK0009", Severity.Error),
        ("PK0010", Severity.Error),
        ("PK0011", Severity.Error),
        ("PK0012", Severity.Warning),
        ("PK1001", Severity.Warning),
        ("PK1002", Severity.Warning),
        ("PK1003", Severity.Warning),
        ("PK1004", Severity.Warning),
        ("PK1005", Severity.Warning),
        ("PK1006", Severity.Warning),
        ("PK1007", Severity.Warning),
        ("PK1008", Severity.Warning),
        ("PK1009", Severity.Info),
        ("PK1013", Severity.Warning),
        ("PK1014", Severity.Error),
        ("PK2001", Severity.Warning),
        ("PK2002", Severity.Warning),
        ("PK2003", Severity.Info),
        ("PK2004", Severity.Info),
        ("PK2005", Severity.Warning),
        ("PK2006", Severity.Info),
        ("PK2010", Severity.Warning),
        ("PK3001", Severity.Error),
        ("PK3002", Severity.Error),
        ("PK3003", Severity.Error),
        ("PK3004", Severity.Info),
        ("PK3005", Severity.Warning),
        ("PK3006", Severity.Warning),
        ("PK3007", Severity.Warning),
        ("PK3008", Severity.Error),
        ("PK3009", Severity.Error),
        ("PK3010", Severity.Warning),
        ("PK3011", Severity.Warning),
        ("PK3012", Severity.Error),
        ("PK3013", Severity.Warning),
        ("PK3014", Severity.Info),
        ("PK4001", Severity.Warning),
        ("PK4002", Severity.Info),
        ("PK4003", Severity.Warning),
        ("PK5001", Severity.Error),
        ("PK5002", Severity.Error),
        ("PK5003", Severity.Error),
        ("PK5004", Severity.Warning),
        ("PK5005", Severity.Warning),
        ("PK5006", Severity.Error),
        ("PK5007", Severity.Warning),
        ("PK5008", Severity.Warning),
    ];

    [Test]
    public void Every_rule_is_there_once_with_its_weight_and_sorted() =>
        RuleCatalogue.All.Select(rule => (rule.Id, rule.Severity)).ShouldBe(Table);

    [Test]
    public void A_rule_has_a_title_a_family_and_a_page()
    {
        foreach (var rule in RuleCatalogue.All)
        {
            rule.Title.ShouldMatch("^[A-Z].*[^.]$");
            rule.Category.ShouldStartWith("PolicyKit.");
            rule.HelpUri.ShouldEndWith($"/analyzers/rules/{rule.Id}.md");
        }
    }

    [Test]
    public void Nothing_reports_a_rule_that_is_not_in_the_catalogue()
    {
        var reported = Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"(PK[0-9]{4})\"").Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal).ToArray();

        reported.ShouldNotBeEmpty();
        reported.Except(Table.Select(one => one.Id)).ShouldBeEmpty();
    }
}
