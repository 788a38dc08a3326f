using System.Text.RegularExpressions;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

/// <summary>A mend is only worth its words when following it works.</summary>
[Properties(Arbitrary = [typeof(LiteralArbitraries)], MaxTest = 2000)]
public sealed class MendTests
{
    [Property]
    public bool What_a_refused_network_is_told_to_be_is_a_network(Misspelling misspelling)
    {
        var isRead = CidrBlock.TryParse(misspelling.Text, out CidrBlock? block, out var problem);

        return isRead == (block is not null) && isRead == (problem is null) && Proposals(problem).All(proposal => CidrBlock.Parse(proposal).ToString() == proposal);
    }

    [Property]
    public bool What_a_refused_pattern_is_told_to_be_is_a_pattern_or_a_network(Misspelling misspelling)
    {
        var isRead = DnsPattern.TryParse(misspelling.Text, out DnsPattern? pattern, out var problem);

        return isRead == (pattern is not null) && isRead == (problem is null)
            && Proposals(problem).All(proposal => DnsPattern.TryParse(proposal, out DnsPattern? _) || CidrBlock.TryParse(proposal, out CidrBlock? _));
    }

    [Property]
    public bool What_a_refused_port_is_told_to_be_is_a_port_or_its_name(Misspelling misspelling)
    {
        var problem = PortReader.Read(misspelling.Text, out var port)?.ToString();

        return (port is null) == (problem is not null)
            && Proposals(problem).All(proposal => Port.TryParse(proposal, out _) || NameSyntax.PortName(proposal) is null);
    }

    [Property]
    public bool What_a_refused_name_is_told_to_be_is_a_name(Misspelling misspelling) =>
        IsMended(misspelling, NameSyntax.PolicyName) && IsMended(misspelling, NameSyntax.Namespace) && IsMended(misspelling, NameSyntax.PortName)
        && IsMended(misspelling, NameSyntax.LabelValue) && IsMended(misspelling, text => NameSyntax.Subdomain(text, "a name"));

    [Property]
    public bool What_a_refused_key_or_its_prefix_is_told_to_be_is_one(Misspelling misspelling) =>
        IsKeyMended(misspelling, NameSyntax.LabelKey) && IsKeyMended(misspelling, NameSyntax.AnnotationKey);

    [Property]
    public bool A_misspelt_selector_is_refused_or_read_as_what_it_prints(Misspelling misspelling) =>
        !LabelSelector.TryParse(misspelling.Text, out var selector) || LabelSelector.Parse(selector.ToString()).Equals(selector);

    private static bool IsKeyMended(Misspelling misspelling, Func<string?, string?> check) =>
        Proposals(check(misspelling.Text)).All(proposal => check(proposal) is null || NameSyntax.Subdomain(proposal, "a prefix") is null);

    private static bool IsMended(Misspelling misspelling, Func<string?, string?> check) =>
        Proposals(check(misspelling.Text)).All(proposal => check(proposal) is null);

    private static IEnumerable<string> Proposals(string? problem)
    {
        var mend = problem is null ? "" : problem[Math.Max(0, problem.LastIndexOf("Did you mean ", StringComparison.Ordinal))..];
        return mend.StartsWith("Did you mean", StringComparison.Ordinal)
            ? Regex.Matches(mend, "['\"](?<proposal>.*?)['\"](?= or |\\?|\\))").Select(match => match.Groups["proposal"].Value)
            : [];
    }
}
