using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK1003 in a finished policy: DNS over one protocol, and no other rule of the direction that may have the other.</summary>
internal sealed class PK1003HalfOfDnsInPolicy() : SectionRule(RuleCatalogue.PK1003, new PK1003HalfOfDns())
{
    protected override bool MayConcern(Direction direction, KnownRule one)
    {
        foreach (var port in one.Ports ?? ValueArray<Port>.Empty)
        {
            if (port is Port.Numbered { Number: 53 }) return true;
        }

        return false;
    }

    protected override ValueArray<PolicyRule>? Beside(Section section, KnownRule one, PolicyRule written) => WhatMayBeThere(section, one, written);

    protected override (string Key, string Text)? Mend(LintFinding found, KnownRule one) => found.Instead is { } text ? ("instead", text) : null;
}
