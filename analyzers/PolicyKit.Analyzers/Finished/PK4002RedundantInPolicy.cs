using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK4002 in a finished policy: a rule that an earlier one contains, which is there on every path.</summary>
internal sealed class PK4002RedundantInPolicy() : SectionRule(RuleCatalogue.PK4002, new PK4002Redundant())
{
    protected override bool MayConcern(Direction direction, KnownRule one) => true;

    protected override ValueArray<PolicyRule>? Beside(Section section, KnownRule one, PolicyRule written)
    {
        var rules = new List<PolicyRule>(section.Rules.Count);
        foreach (var other in section.Rules)
        {
            if (ReferenceEquals(other, one)) break;
            if (other is { IsAlways: true, Written: { } earlier }) rules.Add(earlier);
        }

        rules.Add(written);
        return ValueArray.Trusted(rules.ToArray());
    }

    protected override (string Key, string Text)? Mend(LintFinding found, KnownRule one) => found.About is null && IsWrittenInOneChain(one.Site) ? ("remove", "rule") : null;

    private static bool IsWrittenInOneChain(SyntaxNode site) => Places.BeginningOf(site) is not null
        || (site is InvocationExpressionSyntax && Places.NameOf(site) is SimpleNameSyntax { Identifier.ValueText: "AllowApiServer" or "AllowClusterDns", Parent: MemberAccessExpressionSyntax });
}
